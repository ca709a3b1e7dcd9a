using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Caches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Registers what is measured and who reads it; nothing is measured where the settings say so.</summary>
internal static class MetricsFeature
{
    public static IServiceCollection AddProductMetrics(this IServiceCollection services, MetricsOptions options) => services
        .AddMetrics()
        .AddSingleton(options)
        .AddSingleton<ProductMeter>()
        .AddSingleton<HttpMetrics>()
        .AddSingleton<MetricCollectors>()
        .AddSingleton<ErrorTally>()
        .AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<ErrorTally>())
        .AddSingleton(provider => new ScrapeReader(provider.GetRequiredService<ProductMeter>(), InstrumentFamilies(provider), options.Prefix))
        .AddSingleton<MetricScrape>()
        .AddSingleton<LookedUpInstruments>()
        .AddHostedService<MetricExport>()
        .AddSingleton(provider => provider.GetRequiredService<ErrorTally>().Collector)
        .AddSingleton(provider => CacheMetrics.Collector(provider.GetServices<KnownCache>()))
        .AddSingleton(provider => EventMetrics.Collector(provider.GetRequiredService<EventLog>(), provider.GetRequiredService<EventStreams>()))
        .AddSingleton(provider => AccessMetrics.Collector(provider.GetRequiredService<FailedAttempts>(), provider.GetRequiredService<KnownKeys>()))
        .AddSingleton(provider => ConfigurationMetrics.Collector(provider.GetRequiredService<LiveConfiguration>()))
        .AddSingleton(ProcessMetrics.Collector)
        .AddSingleton(RuntimeMetrics.Collector)
        .AddSingleton(new InstrumentFamily(HttpMetrics.Requests))
        .AddSingleton(new InstrumentFamily(HttpMetrics.Durations));

    /// <summary>Goes around everything whose time counts. What was counted before the first reading counts too, so the listening begins here.</summary>
    public static IApplicationBuilder UseHttpMetrics(this IApplicationBuilder app)
    {
        if (!app.ApplicationServices.GetRequiredService<MetricsOptions>().IsEnabled)
        {
            return app;
        }

        _ = app.ApplicationServices.GetRequiredService<ScrapeReader>();
        var metrics = app.ApplicationServices.GetRequiredService<HttpMetrics>();
        return app.Use(next => context => metrics.InvokeAsync(context, next));
    }

    private static IReadOnlyList<MetricFamily> InstrumentFamilies(IServiceProvider provider) =>
        [.. provider.GetServices<InstrumentFamily>().Select(static each => each.Family)];
}

/// <summary>A metric that an instrument counts for; each feature registers its own.</summary>
internal sealed record InstrumentFamily(MetricFamily Family);
