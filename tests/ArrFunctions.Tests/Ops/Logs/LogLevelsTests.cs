using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Logs;
using ArrFunctions.Ops.Logs.Levels;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Ops.Access;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.Ops.Logs;

/// <summary>Which lines are written, as the settings and the levels of run time say.</summary>
public sealed class LogLevelsTests
{
    private const string Category = "ArrFunctions.Indexers.Watch";
    private readonly MemoryTableStore tables = new();
    private readonly SetTime time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Settings_say_which_levels_are_written()
    {
        using var services = Services(new() { Levels = new Dictionary<string, LogLevel> { ["ArrFunctions.Indexers"] = LogLevel.Debug, ["Microsoft.AspNetCore"] = LogLevel.Information } });

        Assert.Equal(LogLevel.Debug, LowestOf(services, Category));
        Assert.Equal(LogLevel.Information, LowestOf(services, "ArrFunctions.Jobs"));
        Assert.Equal(LogLevel.Warning, LowestOf(services, "Microsoft.Extensions.Hosting"));
        Assert.Equal(LogLevel.Information, LowestOf(services, "Microsoft.AspNetCore.Routing"));
        Assert.Equal(LogLevel.Warning, LowestOf(services, "Microsoft.AspNetCore.Hosting.Diagnostics"));
        Assert.Equal(LogLevel.Warning, LowestOf(services, typeof(KeyAuthenticationHandler).FullName!));
    }

    [Fact]
    public async Task A_level_takes_effect_at_once_on_every_provider_holds_for_its_time_and_over_a_restart()
    {
        using var services = Services(new(), logging => logging.AddFilter<LogLines>("ArrFunctions.Indexers", LogLevel.Error));
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(Category);
        Assert.False(logger.IsEnabled(LogLevel.Debug));

        await Levels(services).SetAsync(Wish("ArrFunctions.Indexers", LogLevel.Debug), TimeSpan.FromMinutes(15), "key:anna", Cancellation);

        Assert.True(logger.IsEnabled(LogLevel.Debug));
        using (var restarted = Services(new()))
        {
            Assert.Equal(time.Now.AddMinutes(15), await Levels(restarted).RefreshAsync(Cancellation));
            Assert.Equal(LogLevel.Debug, LowestOf(restarted, Category));
        }

        time.Now += TimeSpan.FromMinutes(15);
        Assert.Null(await Levels(services).RefreshAsync(Cancellation));
        Assert.False(logger.IsEnabled(LogLevel.Warning)); // as the provider's own rule says
    }

    [Fact]
    public async Task A_change_is_told_with_what_was_before()
    {
        using var services = Services(new());
        await Levels(services).SetAsync(Wish("default", LogLevel.Error), span: null, "key:anna", Cancellation);
        await Levels(services).SetAsync(Wish("default", LogLevel.Error), span: null, "key:anna", Cancellation);
        time.Now += TimeSpan.FromSeconds(1);
        await Levels(services).SetAsync(Wish("default", level: null), span: null, "key:anna", Cancellation);
        await services.GetRequiredService<OutboxMover>().RunAsync(Cancellation);

        var told = (await services.GetRequiredService<EventSearch>().ListAsync(EventFilter.All, 10, cursor: null, Cancellation)).Events;
        Assert.Equal([("error", "information"), ("information", "error")], told.Select(each => (each.Before!, each.After!)));
        Assert.All(told, each => Assert.Equal(("logs.levelChanged", "log:default", "key:anna"), (each.Name, each.Subject, each.Actor)));
    }

    /// <summary>By rules of settings, of any provider, with patterns, and at run time.</summary>
    [Fact]
    public async Task No_level_of_anybody_opens_a_closed_category()
    {
        foreach (var (closed, lowest) in ClosedCategories.All)
        {
            var category = $"{closed}.Some.Logger";
            using var services = Services(
                new() { Level = LogLevel.Trace, Levels = new Dictionary<string, LogLevel> { [category] = LogLevel.Trace } },
                logging => logging.AddFilter(closed, LogLevel.Trace).AddFilter<LogLines>(category, LogLevel.Trace).AddFilter($"{closed}*r", LogLevel.Trace).AddFilter((_, _, _) => true));
            await Levels(services).SetAsync(Wish(category, LogLevel.Trace), span: null, "test", Cancellation);

            Assert.Equal(lowest, LowestOf(services, category));
            Assert.NotNull(ClosedCategories.Objection(category, LogLevel.Trace));
        }
    }

    [Theory]
    [InlineData("ArrFunctions.Indexers=debug", null)]
    [InlineData("Microsoft.AspNetCore.Routing=information,ArrFunctions=trace", null)]
    [InlineData("Microsoft.AspNetCore.Hosting.Diagnostics=information", "is not written below warning")]
    [InlineData("System.Net.Http=debug", "is not written below warning")]
    [InlineData("Microsoft=trace", "is not written below information")]
    [InlineData("Microsoft*=trace", "is no category with its level")]
    [InlineData("ArrFunctions=loud", "is no category with its level")]
    public void A_level_in_the_settings_is_one_that_can_be(string text, string? objection)
    {
        var result = ConfigurationReader.Read(new() { Environment = new Dictionary<string, string> { ["Logs__Levels"] = text } });

        if (objection is null)
        {
            Assert.IsType<ConfigurationResult.Valid>(result);
        }
        else
        {
            Assert.Contains(objection, Assert.Single(Assert.IsType<ConfigurationResult.Invalid>(result).Errors), StringComparison.Ordinal);
        }
    }

    private static Dictionary<string, LevelWish> Wish(string category, LogLevel? level) => new() { [category] = new(level) };

    private static LevelSwitch Levels(IServiceProvider services) => services.GetRequiredService<LevelSwitch>();

    private static LogLevel LowestOf(IServiceProvider services, string category)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
        return Enum.GetValues<LogLevel>().First(logger.IsEnabled);
    }

    private ServiceProvider Services(LogsOptions options, Action<ILoggingBuilder>? logging = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<ITableStore>(tables)
            .AddSingleton<TimeProvider>(time)
            .AddLogging(builder => logging?.Invoke(builder))
            .AddSingleton<ILoggerProvider>(new LogLines())
            .AddLogs(options)
            .AddEvents();
        return services.PostConfigure<LoggerFilterOptions>(ClosedCategories.Guard).BuildServiceProvider();
    }
}
