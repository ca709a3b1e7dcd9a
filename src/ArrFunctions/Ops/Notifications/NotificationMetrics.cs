using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Metrics;

namespace ArrFunctions.Ops.Notifications;

/// <summary>What targets took and did not take, by their kind.</summary>
internal static class NotificationMetrics
{
    private const string KindLabel = "kind";

    private static readonly MetricFamily Sent = new("notifications_sent_total", MetricKind.Counter, "Messages that targets of notifications took.", KindLabel);
    private static readonly MetricFamily Failed = new("notifications_failed_total", MetricKind.Counter, "Attempts to send a notification that failed.", KindLabel);
    private static readonly MetricFamily Waiting = new("notifications_waiting", MetricKind.Gauge, "Notices that wait to be sent, for all targets.");
    private static readonly MetricFamily OutOfOrder = new("notification_targets_out_of_order", MetricKind.Gauge, "Targets of notifications that count as out of order.");

    public static MetricCollector Collector(NotificationSender sender, NotificationStore store, Live<NotificationsOptions> options) => new(
        "notifications",
        [Sent, Failed, Waiting, OutOfOrder],
        async (sink, cancellationToken) =>
        {
            var (waiting, outOfOrder) = (0, 0);
            foreach (var target in options.Value.Targets.Where(static target => !target.IsHeartbeat))
            {
                waiting += (await store.WaitingAsync(target.Name, cancellationToken)).Count;
                outOfOrder += (await store.StateAsync(target.Name, cancellationToken)).State.IsOutOfOrder ? 1 : 0;
            }

            sink.Add(Waiting, waiting);
            sink.Add(OutOfOrder, outOfOrder);
            foreach (var kind in Enum.GetValues<NotificationTargetKind>().Where(static kind => kind is not (NotificationTargetKind.Healthchecks or NotificationTargetKind.Kuma)))
            {
                sink.Add(Sent, sender.Sent.Of(kind.ToString()), kind.ToString().ToLowerInvariant());
                sink.Add(Failed, sender.Failed.Of(kind.ToString()), kind.ToString().ToLowerInvariant());
            }
        })
    {
        KeepFor = TimeSpan.FromSeconds(30),
    };
}
