using System.Net;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Apprise API: <c>POST /notify/{key}</c>, as JSON, or as a form where files go along (github.com/caronc/apprise-api).</summary>
internal sealed class AppriseClient(NotificationTarget target, TargetHttp http) : INotificationClient
{
    private const int LongestTitle = 250;

    /// <summary>What the services behind it take differs, and Apprise cuts for each of them.</summary>
    private const int LongestText = 32 * 1024;

    private const long LargestFiles = 20 * 1024 * 1024;

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var files = SentFiles.Of(target, notification.Files, LargestFiles);
        var reply = await SendAsync(notification, files, cancellationToken);
        if (reply.IsTooLarge && files.Attached.Count > 0)
        {
            reply = await SendAsync(notification, SentFiles.Named(notification.Files), cancellationToken);
        }

        if (reply.Status is HttpStatusCode.NoContent)
        {
            throw TargetRefusal.Final(target.Tag is { Length: > 0 }
                ? $"{target} has no service with the tag of {target.Variable}__Tag, or no configuration under the key in {target.Variable}__Url (204)"
                : $"{target} has no configuration under the key in {target.Variable}__Url (204): save one there under this key");
        }

        if (reply.Status is HttpStatusCode.FailedDependency)
        {
            throw new NotificationException($"{target} could not reach all of its services (424): its own log tells which; it is asked again later, and the others get the message once more");
        }

        if (!reply.IsSuccess)
        {
            throw TargetRefusal.Of(target, reply);
        }
    }

    private async Task<TargetReply> SendAsync(Notification notification, SentFiles files, CancellationToken cancellationToken)
    {
        var (open, said) = await files.OpenAsync(cancellationToken);
        var message = new AppriseMessage(
            WholeText.Fit(WholeText.Line(notification.Title), LongestTitle), Text(notification, said), notification.Severity.AppriseType(), "text", target.Tag is { Length: > 0 } tag ? tag : null);
        using HttpContent content = open.Count > 0 ? Form(message, open) : new StringContent(JsonSerializer.Serialize(message, TargetJson.Default.AppriseMessage), Encoding.UTF8, "application/json");
        return await http.SendAsync(HttpMethod.Post, TargetUrl.With(target.Url), content, cancellationToken, ("Accept", "application/json"));
    }

    private static string Text(Notification notification, SentFiles files)
    {
        var link = notification.Link is { } page ? $"\n{page.AbsoluteUri}" : "";
        return WholeText.Fit(files.Under(notification.Text), LongestText - link.Length) + link;
    }

    private static MultipartFormDataContent Form(AppriseMessage message, IReadOnlyList<OpenFile> files)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(message.Title), "title" },
            { new StringContent(message.Body), "body" },
            { new StringContent(message.Type), "type" },
            { new StringContent(message.Format), "format" },
        };
        if (message.Tag is { } tag)
        {
            form.Add(new StringContent(tag), "tag");
        }

        foreach (var file in files)
        {
            form.Add(file.ToHttp(), "attach", file.File.Name);
        }

        return form;
    }
}
