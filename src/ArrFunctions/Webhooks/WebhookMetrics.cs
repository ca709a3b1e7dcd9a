using ArrFunctions.Ops.Metrics;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>What arrived.</summary>
internal static class WebhookMetrics
{
    private static readonly MetricFamily Webhooks = new("webhooks_total", MetricKind.Counter, "Events that arrived, by sender and whether jobs came of them.", "service", "result");

    public static MetricCollector Collector(WebhookIntake intake) => MetricCollector.Of("webhooks", [Webhooks], sink =>
    {
        foreach (var service in Enum.GetValues<ServarrService>())
        {
            foreach (var isAccepted in (bool[])[true, false])
            {
                var words = WebhookIntake.Words(service, isAccepted);
                sink.Add(Webhooks, intake.Received.Of(words), words.Split('~'));
            }
        }
    });
}
