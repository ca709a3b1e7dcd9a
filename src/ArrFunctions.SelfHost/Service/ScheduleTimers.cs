using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Jobs.Schedules;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>The timer of every schedule of the product.</summary>
internal sealed partial class ScheduleTimers(ScheduleRun run, TimeProvider clock, ILogger<ScheduleTimers> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(run.All.Select(schedule => TickAsync(schedule, stoppingToken)));

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A tick that fails must not be the last one of its timer.")]
    private async Task TickAsync(Schedule schedule, CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            try
            {
                await Task.Delay(CronTime.Next(schedule.Cron, now) - now, clock, stoppingToken);
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

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A tick of the schedule {Name} failed.")]
        public static partial void Failed(ILogger logger, Exception failure, string name);
    }
}
