using ArrFunctions.Ops.Metrics;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.FunctionApp;

/// <summary>The metrics of the product in Application Insights, where the app has one. Requests and logs get there by the Functions host.</summary>
internal static class ApplicationInsights
{
    /// <summary>The setting of the app that the Functions host goes by too.</summary>
    private const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static IServiceCollection AddApplicationInsights(this IServiceCollection services, IConfiguration settings) => settings[ConnectionString] is { Length: > 0 } connection
        ? services.AddSingleton(new MetricListener(feed => feed.AddAzureMonitorMetricExporter(options => options.ConnectionString = connection)))
        : services;
}
