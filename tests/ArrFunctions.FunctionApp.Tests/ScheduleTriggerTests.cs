using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class ScheduleTriggerTests
{
    /// <summary>Of the product; the host has one more of its own.</summary>
    private static IEnumerable<(AppFunction Function, TimerTriggerAttribute Trigger)> Timers =>
        AppFunction.With<TimerTriggerAttribute>().Where(timer => timer.Function.Method.DeclaringType == typeof(ScheduleTriggers));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_schedule_of_the_product_has_a_timer_and_each_timer_runs_its_own()
    {
        await using var bench = await WorkerBench.StartAsync();
        var schedules = bench.Services.GetServices<Schedule>().ToList();
        var ran = new List<string>();
        await using var services = With(schedules.Select(schedule => Noting(schedule, ran)));

        foreach (var (function, trigger) in Timers)
        {
            await function.InvokeAsync(services, new TimerInfo(), Cancellation);
            var schedule = schedules.Single(each => each.Name == ran[^1]);
            Assert.Equal(($"{schedule.Setting}_Timer", $"%Schedules:{schedule.Setting}%"), (function.Name, trigger.Schedule));
        }

        Assert.Equal(schedules.Select(schedule => schedule.Name).Order(StringComparer.Ordinal), ran.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_schedule_that_is_switched_off_does_not_run()
    {
        await using var bench = await WorkerBench.StartAsync();
        var ran = new List<string>();
        await using var services = With(bench.Services.GetServices<Schedule>().Select(schedule => Noting(schedule, ran)));
        foreach (var schedule in services.GetRequiredService<ScheduleRun>().All)
        {
            await services.GetRequiredService<ScheduleSwitch>().SetAsync(schedule, isEnabled: false, "test", Cancellation);
        }

        foreach (var (function, _) in Timers)
        {
            await function.InvokeAsync(services, new TimerInfo(), Cancellation);
        }

        Assert.Empty(ran);
    }

    private static Schedule Noting(Schedule schedule, List<string> ran) => schedule with
    {
        IsDueAsync = _ => ValueTask.FromResult(true),
        RunAsync = _ =>
        {
            ran.Add(schedule.Name);
            return Task.FromResult("noted");
        },
    };

    private static ServiceProvider With(IEnumerable<Schedule> schedules)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ITableStore>(new MemoryTableStore())
            .AddEvents()
            .AddSingleton<ScheduleStore>()
            .AddSingleton<ScheduleRun>()
            .AddSingleton<ScheduleSwitch>();
        foreach (var schedule in schedules)
        {
            services.AddSingleton(schedule);
        }

        return services.BuildServiceProvider();
    }
}
