using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Logs.Levels;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Ops.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>What the program registers; nothing of it is started.</summary>
public sealed class AppServicesTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("functions-");
    private string? insights;

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task What_works_by_itself_in_the_service_does_so_in_the_app()
    {
        await using var services = await BuildAsync();

        var hosted = services.GetServices<IHostedService>().Select(static service => service.GetType()).ToList();

        Assert.Superset(new HashSet<Type>([typeof(AppStart), typeof(ConfigurationWatch), typeof(LevelWatch), typeof(TraceExport), typeof(MetricExport)]), hosted.ToHashSet());
    }

    [Fact]
    public async Task Events_health_and_changes_of_settings_are_there()
    {
        await using var services = await BuildAsync();

        Assert.All(
            (Type[])[typeof(EventFeed), typeof(HealthBoard), typeof(ConfigurationChange), typeof(ConfigurationValidation), typeof(LaneWorker)],
            type => Assert.NotNull(services.GetService(type)));
        var checks = services.GetServices<HealthChecks>().SelectMany(static checks => checks.All()).Select(static check => check.Name);
        Assert.Contains("configuration", checks);
    }

    [Fact]
    public async Task The_log_goes_to_the_file_of_the_settings_too()
    {
        var path = Path.Combine(data.FullName, "log", "app.log");
        await using (var services = await BuildAsync(("Logs__File__Path", path)))
        {
            services.GetRequiredService<ILoggerFactory>().CreateLogger("ArrFunctions.Test").Log(LogLevel.Warning, default, "A line for the file.", exception: null, static (line, _) => line);
        }

        Assert.Contains("A line for the file.", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_go_to_Application_Insights_where_the_app_has_one()
    {
        await using (var without = await BuildAsync())
        {
            Assert.Empty(without.GetServices<MetricListener>());
        }

        insights = "InstrumentationKey=00000000-0000-0000-0000-000000000000";
        await using var services = await BuildAsync();
        var feed = OpenTelemetry.Sdk.CreateMeterProviderBuilder();
        Assert.Single(services.GetServices<MetricListener>()).Add(feed);
    }

    private async Task<ServiceProvider> BuildAsync(params (string Name, string Text)[] environment)
    {
        var variables = environment.ToDictionary(static variable => variable.Name, static variable => variable.Text, StringComparer.Ordinal);
        var configuration = await AppConfiguration.ReadAsync(data.FullName, variables, tables: null);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", "UseDevelopmentStorage=true"), new("APPLICATIONINSIGHTS_CONNECTION_STRING", insights)]).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<IHostApplicationLifetime, Lifetime>()
            .AddRouting()
            .AddApp(configuration, data.FullName, settings)
            .BuildServiceProvider();
    }

    private sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
