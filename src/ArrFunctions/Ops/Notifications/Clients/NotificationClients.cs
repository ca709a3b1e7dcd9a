using System.Net.Http.Json;
using ArrFunctions.Ops.Http;

namespace ArrFunctions.Ops.Notifications.Clients;

/// <summary>The client of each target.</summary>
internal sealed class NotificationClients
{
    public INotificationClient Of(NotificationTarget target) => new AnyWebhook(target);

    public IHeartbeatClient HeartbeatOf(NotificationTarget target) => throw new ArgumentException($"{target} takes no signs of life.", nameof(target));

    private sealed class AnyWebhook(NotificationTarget target) : INotificationClient
    {
        public async Task SendAsync(Notification notification, CancellationToken cancellationToken)
        {
            using var handler = OutgoingHttp.Handler();
            using var client = OutgoingHttp.Client(handler, "notification");
            try
            {
                using var answer = await client.PostAsJsonAsync(target.Url, new { notification.Id, notification.Title, notification.Text }, cancellationToken);
                answer.EnsureSuccessStatusCode();
            }
            catch (HttpRequestException failure)
            {
                throw new NotificationException($"{target.Name} did not take it: {failure.HttpRequestError}.", failure);
            }
        }
    }
}
