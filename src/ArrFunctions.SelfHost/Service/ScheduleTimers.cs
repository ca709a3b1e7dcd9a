using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>The timer of every schedule of the product.</summary>
internal sealed partial class ScheduleTimers(ScheduleRun run, LiveConfiguration configuration, TimeProvider clock, ILogger<ScheduleTimers> logger) : BackgroundService
{
    /// <summary>A clock that is set meanwhile is noticed, and a timer cannot sleep for longer than some weeks.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(run.All.Select(schedule => TickAsync(schedule, stoppingToken)));

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A tick that fails must not be the last one of its timer.")]
    private async Task TickAsync(Schedule schedule, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WaitForTickAsync(schedule, stoppingToken);
                await run.TickAsync(schedule.Name, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.Failed(logger, failure, schedule.Name);
            }
        }
    }

    /// <summary>Never ends before the time of the tick, or that time would come again. A changed time holds at once.</summary>
    private async Task WaitForTickAsync(Schedule schedule, CancellationToken stoppingToken)
    {
        var (change, cron) = (configuration.NextChange, schedule.Cron);
        DateTimeOffset now;
        for (var due = DateTimeOffset.MaxValue; (now = clock.GetUtcNow()) < due;)
        {
            if (change.IsCompleted)
            {
                change = configuration.NextChange;
                (due, cron) = schedule.Cron == cron ? (due, cron) : (DateTimeOffset.MaxValue, schedule.Cron);
            }

            var next = CronTime.Next(cron, now);
            due = next < due ? next : due;
            using var sleep = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(change, Task.Delay(due - now < LongestSleep ? due - now : LongestSleep, clock, sleep.Token));
            await sleep.CancelAsync();
            stoppingToken.ThrowIfCancellationRequested();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A tick of the schedule {Name} failed.")]
        public static partial void Failed(ILogger logger, Exception failure, string name);
    }
}
