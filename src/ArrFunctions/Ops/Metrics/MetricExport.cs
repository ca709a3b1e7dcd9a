using ArrFunctions.Ops.Telemetry;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Sends the metrics to the collector and to whatever the host brings, once a minute and at the end; the collectors of the product run before.</summary>
/// <remarks>Who does not answer is asked again a minute later: nothing is kept for it, and nothing is logged, because counters go on and nothing but the minute is lost.</remarks>
internal sealed class MetricExport(
    ProductMeter meter,
    MetricCollectors collectors,
    LookedUpInstruments lookedUp,
    OtlpOptions otlp,
    MetricsOptions options,
    IEnumerable<MetricListener> listeners,
    TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(60);

    private readonly List<MetricListener> listeners = [.. listeners];

    private List<MeterProvider> fed = [];
    private List<OtlpSending> sendings = [];

    /// <summary>What is counted from now on is sent.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.IsEnabled || (otlp.Endpoint is null && listeners.Count == 0))
        {
            return Task.CompletedTask;
        }

        lookedUp.Create();
        fed = listeners.ConvertAll(listener =>
        {
            var feed = MetricFeed.Of(meter, static _ => true);
            listener.Add(feed);
            return feed.Build();
        });
        sendings = otlp.Endpoint is null ? [] : [new(meter, otlp, isGauge: false), new(meter, otlp, isGauge: true)];
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Those with a timer of their own find something there when it first goes off.
        await collectors.ReadAsync(CancellationToken.None);
        while (await WaitAsync(stoppingToken))
        {
            await collectors.ReadAsync(CancellationToken.None);
            await Task.WhenAll(sendings.Select(static sending => Task.Run(sending.Send, CancellationToken.None)));
        }

        // Being closed, each sends what there is. One that hangs costs its own time and no other's.
        await collectors.ReadAsync(CancellationToken.None);
        await Task.WhenAll(fed.Cast<IDisposable>().Concat(sendings).Select(static each => Task.Run(each.Dispose, CancellationToken.None)));
    }

    /// <returns>False: it is time to stop.</returns>
    private async Task<bool> WaitAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stoppingToken.IsCancellationRequested;
    }
}
