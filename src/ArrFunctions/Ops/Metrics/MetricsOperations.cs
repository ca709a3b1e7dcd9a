using ArrFunctions.Ops.OpenApi;

namespace ArrFunctions.Ops.Metrics;

internal static class MetricsOperations
{
    public static Operation Read() => new Operation("getMetrics", "Metrics for Prometheus")
        .Saying("The text format of Prometheus, or OpenMetrics where the Accept header asks for it. Prometheus sends the key as a bearer token.")
        .Answers(200, "text/plain", "application/openmetrics-text")
        .Fails(404, "metricsDisabled");
}
