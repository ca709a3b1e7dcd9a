using ArrFunctions.Ops.Metrics;
using Polly.CircuitBreaker;

namespace ArrFunctions.Servarr;

/// <summary>Which instances are left alone, because they failed again and again.</summary>
internal static class BreakerMetrics
{
    private static readonly MetricFamily State = new(
        "breaker_state", MetricKind.Gauge, "Whether an instance is asked: 0 yes, 1 it is tried with one call, 2 it is left alone for a minute.", "instance");

    public static MetricCollector Collector(ServarrClients clients) => MetricCollector.Of("breakers", [State], sink =>
    {
        foreach (var client in clients.All)
        {
            sink.Add(State, Number(client.Connection.Pipelines.Breaker), client.Instance.Name);
        }
    });

    /// <summary>0 closed, 1 half open, 2 open.</summary>
    public static int Number(CircuitState state) => state switch
    {
        CircuitState.Closed => 0,
        CircuitState.HalfOpen => 1,
        _ => 2,
    };
}
