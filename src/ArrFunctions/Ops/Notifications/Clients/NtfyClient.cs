using System.Net;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>ntfy: publishing as JSON (docs.ntfy.sh/publish/#publish-as-json), or with a file as the body and the message in headers (#attach-local-file).</summary>
internal sealed class NtfyClient(NotificationTarget target, TargetHttp http) : INotificationClient
{
    /// <summary>Bytes; what is longer would become a file (docs.ntfy.sh/publish/#limitations).</summary>
    private const int LongestText = 4096;

    private const int LongestTitle = 250;

    /// <summary>What a server takes unless it is told otherwise.</summary>
    private const long LargestFile = 15 * 1024 * 1024;

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var (server, topic) = Place();
        var (open, said) = await SentFiles.Of(target, notification.Files, LargestFile, count: 1).OpenAsync(cancellationToken);
        TargetReply? reply = null;
        if (open is [var file])
        {
            reply = await SendFileAsync(notification, said, file, cancellationToken);
        }

        // A server may take no files, or no more today.
        if (reply is null || (reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge))
        {
            var files = reply is null ? said : SentFiles.Named(notification.Files);
            reply = await SendTextAsync(notification, files, server, topic, cancellationToken);
        }

        if (!reply.IsSuccess)
        {
            throw TargetRefusal.Of(target, reply);
        }

        if (!reply.Body.AsSpan().TrimStart().StartsWith("{"))
        {
            throw TargetRefusal.Stranger(target);
        }
    }

    private async Task<TargetReply> SendTextAsync(Notification notification, SentFiles files, Uri server, string topic, CancellationToken cancellationToken)
    {
        var message = new NtfyMessage(
            topic,
            WholeText.Fit(WholeText.Line(notification.Title), LongestTitle),
            Text(notification.Text, files),
            notification.Severity.NtfyPriority(),
            [notification.Severity.NtfyTag()],
            Click(notification));
        using var json = new StringContent(JsonSerializer.Serialize(message, TargetJson.Default.NtfyMessage), Encoding.UTF8, "application/json");
        return await http.SendAsync(HttpMethod.Post, server, json, cancellationToken);
    }

    private async Task<TargetReply> SendFileAsync(Notification notification, SentFiles files, OpenFile file, CancellationToken cancellationToken)
    {
        // In a header the letters \n mean the end of a line: a mark of no width keeps those apart that are meant as letters.
        var text = Text(notification.Text.Replace(@"\n", "\\\u2060n", StringComparison.Ordinal), files);
        using var content = file.ToHttp();
        return await http.SendAsync(
            HttpMethod.Put,
            TargetUrl.With(target.Url),
            content,
            cancellationToken,
            [
                ("X-Title", EncodedWords.Of(WholeText.Fit(WholeText.Line(notification.Title), LongestTitle))),
                ("X-Message", EncodedWords.Of(text)),
                ("X-Filename", EncodedWords.Of(WholeText.Line(file.File.Name))),
                ("X-Priority", $"{notification.Severity.NtfyPriority()}"),
                ("X-Tags", notification.Severity.NtfyTag()),
                .. Click(notification) is { } link ? [("X-Click", link)] : ((string, string)[])[],
            ]);
    }

    /// <summary>What is said of files stands whole under what there is room for of the text.</summary>
    private static string Text(string text, SentFiles files)
    {
        var lines = files.Under("");
        return WholeText.FitBytes(WholeText.FitBytes(text, Math.Max(0, LongestText - Encoding.UTF8.GetByteCount(lines))) + lines, LongestText);
    }

    /// <summary>With the name of the host in ASCII (RFC 3492): it may stand in a header.</summary>
    private static string? Click(Notification notification) => notification.Link is { } link ? new UriBuilder(link) { Host = link.IdnHost }.Uri.AbsoluteUri : null;

    /// <summary>The topic is the last part of the URL; JSON goes to what stands before it.</summary>
    private (Uri Server, string Topic) Place()
    {
        var parts = target.Url.AbsolutePath.Trim('/').Split('/');
        return parts[^1] is { Length: > 0 } topic
            ? (new UriBuilder(TargetUrl.With(target.Url)) { Path = $"/{string.Join('/', parts[..^1])}" }.Uri, Uri.UnescapeDataString(topic))
            : throw TargetRefusal.Final($"{target} has no topic: {target.Variable}__Url ends with it, such as https://ntfy.sh/my-topic");
    }
}
