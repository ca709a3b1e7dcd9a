using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>Any address that takes a POST: <see cref="WebhookMessage"/>, signed where a token is set, as this product wants the webhooks signed that it gets (docs/security.md).</summary>
internal sealed class WebhookClient(NotificationTarget target, TargetHttp http, TimeProvider clock) : INotificationClient
{
    private const int LongestTitle = 1000;

    private const int LongestText = 64 * 1024;

    private const int MostEvents = 100;

    public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Message(notification), WebhookJson.Default.WebhookMessage);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var reply = await http.SendAsync(HttpMethod.Post, TargetUrl.With(target.Url), content, cancellationToken, Signature(body));
        if (!reply.IsSuccess)
        {
            throw TargetRefusal.Of(target, reply);
        }
    }

    private static WebhookMessage Message(Notification notification) => new(
        Version: 1,
        notification.Id,
        notification.Time,
        WholeText.Fit(WholeText.Line(notification.Title), LongestTitle),
        WholeText.Fit(notification.Text, LongestText),
        notification.Severity,
        [.. notification.Events.TakeLast(MostEvents)],
        notification.Link?.AbsoluteUri,
        [.. notification.Files.Select(static file => new WebhookFile(file.Name, file.MediaType, file.Length, file.Link?.AbsoluteUri))]);

    private (string Name, string Value)[] Signature(byte[] body)
    {
        if (target.Token is not { Length: > 0 } secret)
        {
            return [];
        }

        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{timestamp}."));
        hmac.AppendData(body);
        return [("X-Webhook-Timestamp", timestamp), ("X-Webhook-Signature", $"sha256={Convert.ToHexStringLower(hmac.GetHashAndReset())}")];
    }
}
