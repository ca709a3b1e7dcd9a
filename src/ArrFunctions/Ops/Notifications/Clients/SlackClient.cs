using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Slack: an incoming webhook with blocks (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks). It takes no files: they are named, with their link.</summary>
internal sealed class SlackClient(NotificationTarget target, TargetHttp http) : INotificationClient
{
    /// <summary>Of a header and of a section (docs.slack.dev/reference/block-kit/blocks).</summary>
    private const int LongestTitle = 150;

    private const int LongestSection = 3000;

    /// <summary>Of 50 blocks; nobody reads more than these.</summary>
    private const int MostSections = 10;

    private const int MostFiles = 10;

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Serialize(Message(notification), TargetJson.Default.SlackMessage);
        using var json = new StringContent(payload, Encoding.UTF8, "application/json");
        var reply = await http.SendAsync(HttpMethod.Post, TargetUrl.With(target.Url), json, cancellationToken);
        if (!reply.IsSuccess)
        {
            throw TargetRefusal.Of(target, reply);
        }

        // It answers with this word alone; a page for people answers 200, too.
        if (reply.Body.Trim() is not "ok")
        {
            throw TargetRefusal.Stranger(target);
        }
    }

    /// <summary>The three signs that begin something with Slack (docs.slack.dev/messaging/formatting-message-text#escaping); a plain_text has no others.</summary>
    internal static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static SlackMessage Message(Notification notification)
    {
        var title = WholeText.Fit(WholeText.Line(notification.Title), LongestTitle, Escape);
        return new(
            title,
            Mrkdwn: false,
            UnfurlLinks: false,
            [
                new("header", Plain(title)),
                .. WholeText.Split(notification.Text, LongestSection, MostSections, Escape).Where(static part => part.Trim().Length > 0).Select(static part => new SlackBlock("section", Plain(part))),
                .. Links(notification),
                new("context", Elements: [Plain(string.Create(CultureInfo.InvariantCulture, $"{notification.Severity}, {notification.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC"))]),
            ]);
    }

    private static IEnumerable<SlackBlock> Links(Notification notification)
    {
        foreach (var file in notification.Files.Take(MostFiles))
        {
            yield return file.Link is { } link
                ? new("section", Link(link, file.Name))
                : new("section", Plain(WholeText.Fit($"{FileLine.Of(file)}", LongestSection, Escape)));
        }

        if (notification.Link is { } page)
        {
            yield return new("section", Link(page, "Show it"));
        }
    }

    private static SlackText Plain(string escaped) => new("plain_text", escaped, Emoji: false);

    private static SlackText Link(Uri link, string text) => new(
        "mrkdwn", $"<{Escape(link.AbsoluteUri).Replace("|", "%7C", StringComparison.Ordinal)}|{WholeText.Fit(WholeText.Line(text), LongestTitle, static part => Escape(part).Replace('|', '/'))}>");
}
