using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Before anything else runs: nobody else works on this state, so whoever held a message, a job or a schedule is gone.</summary>
internal sealed partial class TakeOver(
    ITableStore tables,
    SqliteWorkQueue queue,
    StateRepairs repairs,
    ScheduleRun schedules,
    NotificationDelivery notifications,
    JobSweep sweep,
    StartupLog startup,
    ILogger<TakeOver> logger)
    : IHostedService
{
    private const string HalfImported = "left alone: an import of state has not ended";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var correlation = CorrelationId.BeginIfNone();
        if (await ImportGate.IsClosedAsync(tables, cancellationToken))
        {
            Log.HalfImported(logger);
            startup.Done(StartSteps.Messages, HalfImported);
            startup.Done(StartSteps.Schedules, HalfImported);
            startup.Done(StartSteps.Jobs, HalfImported);
            return;
        }

        await repairs.RunAsync(cancellationToken);
        await startup.RunAsync(StartSteps.Messages, async () => $"{await queue.ReleaseHeldAsync(cancellationToken)} that an earlier process held");
        await startup.RunAsync(StartSteps.Schedules, async () =>
        {
            await schedules.ReleaseAllAsync(cancellationToken);
            await notifications.ReleaseAllAsync(cancellationToken);
            return $"{schedules.All.Count} schedules";
        });
        await startup.RunAsync(StartSteps.Jobs, () => sweep.RunAtStartAsync(cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An import of state has begun here and has not ended, so no lane and no timer works. Run admin import-state again with the same file.")]
        public static partial void HalfImported(ILogger logger);
    }
}
