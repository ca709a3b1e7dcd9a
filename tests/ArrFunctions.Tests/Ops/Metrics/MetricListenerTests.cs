using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace ArrFunctions.Tests.Ops.Metrics;

/// <summary>An exporter that a host brings.</summary>
public sealed class MetricListenerTests
{
    [Fact]
    public async Task It_gets_what_is_counted_and_what_is_looked_up_of_this_host_alone()
    {
        var exporter = new KeepingExporter();
        await using var bench = await HttpBench.StartAsync(services: services => services.AddSingleton(Listener(exporter)));
        using var foreign = new Meter(ProductMeter.Name);
        foreign.CreateCounter<long>("arrfunctions_foreign_total").Add(1);
        await bench.GetAsync("jobs");
        await bench.Services.GetServices<IHostedService>().OfType<MetricExport>().Single().StopAsync(TestContext.Current.CancellationToken);

        Assert.Superset(new HashSet<string>(["arrfunctions_http_requests_total", "arrfunctions_queue_size"], StringComparer.Ordinal), exporter.Names.ToHashSet(StringComparer.Ordinal));
        Assert.DoesNotContain("arrfunctions_foreign_total", exporter.Names);
    }

    [Fact]
    public async Task It_gets_nothing_where_nothing_is_measured()
    {
        var exporter = new KeepingExporter();
        await using var bench = await HttpBench.StartAsync(
            with: options => options with { Metrics = new() { IsEnabled = false } }, services: services => services.AddSingleton(Listener(exporter)));
        await bench.GetAsync("jobs");
        await bench.Services.GetServices<IHostedService>().OfType<MetricExport>().Single().StopAsync(TestContext.Current.CancellationToken);

        Assert.Empty(exporter.Names);
    }

    private static MetricListener Listener(KeepingExporter exporter) => new(builder => builder.AddReader(
        new PeriodicExportingMetricReader(exporter) { TemporalityPreference = MetricReaderTemporalityPreference.Delta }));

    private sealed class KeepingExporter : BaseExporter<Metric>
    {
        public ConcurrentQueue<string> Names { get; } = new();

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                Names.Enqueue(metric.Name);
            }

            return ExportResult.Success;
        }
    }
}
