using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Before anything else runs: nobody else works on this state, so whoever held a message, a job or a schedule is gone.</summary>
internal sealed partial class TakeOver(ITableStore tables, SqliteWorkQueue queue, ScheduleRun schedules, JobSweep sweep, ILogger<TakeOver> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var correlation = CorrelationId.BeginIfNone();
        if (await ImportGate.IsClosedAsync(tables, cancellationToken))
        {
            Log.HalfImported(logger);
            return;
        }

        await queue.ReleaseHeldAsync(cancellationToken);
        await schedules.ReleaseAllAsync(cancellationToken);
        await sweep.RunAtStartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An import of state has begun here and has not ended, so no lane and no timer works. Run admin import-state again with the same file.")]
        public static partial void HalfImported(ILogger logger);
    }
}
