using System.Text;
using System.Text.Json;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Discord: Execute Webhook with one embed (discord.com/developers/docs/resources/webhook#execute-webhook).</summary>
internal sealed class DiscordClient(NotificationTarget target, TargetHttp http) : INotificationClient
{
    /// <summary>Of the title and the description of an embed (discord.com/developers/docs/resources/message#embed-object-embed-limits); together they stay below the 6000 of all.</summary>
    private const int LongestTitle = 256;

    private const int LongestText = 4096;

    /// <summary>Of files that are named: these, and the links, leave room for the text.</summary>
    private const int MostLines = 5;

    private const int LongestLink = 300;

    /// <summary>What a channel without boosts takes.</summary>
    private const long LargestFiles = 10 * 1024 * 1024;

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var files = SentFiles.Of(target, notification.Files, LargestFiles);
        var reply = await SendAsync(notification, files, cancellationToken);
        if (reply.IsTooLarge && files.Attached.Count > 0)
        {
            reply = await SendAsync(notification, SentFiles.Named(notification.Files), cancellationToken);
        }

        if (!reply.IsSuccess)
        {
            throw TargetRefusal.Of(target, reply with { RetryAfter = Wait(reply) ?? reply.RetryAfter });
        }
    }

    /// <summary>As it shows what it is given: every sign of its markdown, of mentions and of links gets a backslash.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            (letter is '\\' or '*' or '_' or '~' or '`' or '|' or '>' or '<' or '#' or '-' or '+' or '[' or ']' or '(' or ')' or '@' or ':' or '&' ? escaped.Append('\\') : escaped).Append(letter);
        }

        return escaped.ToString();
    }

    private async Task<TargetReply> SendAsync(Notification notification, SentFiles files, CancellationToken cancellationToken)
    {
        var (open, said) = await files.OpenAsync(cancellationToken);
        var payload = JsonSerializer.Serialize(Message(notification, said), TargetJson.Default.DiscordMessage);
        var json = new StringContent(payload, Encoding.UTF8, "application/json");
        using HttpContent content = open.Count > 0 ? Form(json, open) : json;

        // With wait=true it answers only once the message is there, or why it is not.
        return await http.SendAsync(HttpMethod.Post, TargetUrl.With(target.Url, ("wait", "true")), content, cancellationToken);
    }

    private static MultipartFormDataContent Form(StringContent json, IReadOnlyList<OpenFile> files)
    {
        var form = new MultipartFormDataContent { { json, "payload_json" } };
        foreach (var (place, file) in files.Index())
        {
            form.Add(file.ToHttp(), $"files[{place}]", file.File.Name);
        }

        return form;
    }

    private static DiscordMessage Message(Notification notification, SentFiles files)
    {
        // A link of one's own network is no well-formed one for Discord: it stands in the text, where any does, and is one only without a backslash in it.
        var links = string.Concat(files.Lines.Take(MostLines).Select(static line => $"\n{WholeText.Fit(line.Text, LongestTitle, Escape)}{Behind(": ", line.Link)}")) + Behind("\n", notification.Link);
        return new(
            [
                new(
                    WholeText.Fit(WholeText.Line(notification.Title), LongestTitle, Escape),
                    WholeText.Fit(notification.Text, LongestText - links.Length, Escape) + links,
                    notification.Severity.Colour(),
                    notification.Time),
            ],
            new([]));
    }

    /// <summary>One that is too long to be followed is left out.</summary>
    private static string Behind(string between, Uri? link) => link is { AbsoluteUri: { Length: <= LongestLink } address } ? $"{between}{address}" : "";

    /// <summary>Seconds with a fraction, in the body (discord.com/developers/docs/topics/rate-limits).</summary>
    private static TimeSpan? Wait(TargetReply reply)
    {
        try
        {
            return JsonSerializer.Deserialize(reply.Body, TargetJson.Default.DiscordWait)?.RetryAfter is { } seconds ? TargetHttp.Bounded(seconds) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
