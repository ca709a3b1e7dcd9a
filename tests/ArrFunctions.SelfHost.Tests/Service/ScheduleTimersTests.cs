using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Service;

public sealed class ScheduleTimersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_time_holds_without_a_restart()
    {
        var clock = new ManualTimeProvider();
        var first = Read("Schedules:\n  JobSweep: 0 0 23 * * *\n");
        var live = new LiveConfiguration(first.Options, first);
        using var signal = new OutboxSignal();
        var ran = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        var schedule = new Schedule("job-sweep", "JobSweep", live.Part(static all => all.Schedules.JobSweep), "Looks.", _ => ValueTask.FromResult(true), _ =>
        {
            ran.TrySetResult(clock.GetUtcNow());
            return Task.FromResult("done");
        });
        var run = new ScheduleRun([schedule], new(new MemoryTableStore(), signal), clock, NullLogger<ScheduleRun>.Instance);
        using var timers = new ScheduleTimers(run, live, clock, NullLogger<ScheduleTimers>.Instance);
        await timers.StartAsync(Cancellation);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.False(ran.Task.IsCompleted);

        live.Take(Read("Schedules:\n  JobSweep: 0 30 * * * *\n"));
        while (!ran.Task.IsCompleted && clock.GetUtcNow().Hour < 20)
        {
            Cancellation.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }

        Assert.True((await ran.Task.WaitAsync(Cancellation)).Hour < 20);
        await timers.StopAsync(Cancellation);
    }

    private static ConfigurationResult.Valid Read(string yaml) =>
        Assert.IsType<ConfigurationResult.Valid>(ConfigurationReader.Read(new ConfigurationSources { Text = yaml }));
}
