using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Schedules;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Hosting;

namespace ArrFunctions.SelfHost.Service;

/// <summary>Before anything else runs: nobody else works on this state, so whoever held a message, a job or a schedule is gone.</summary>
internal sealed class TakeOver(SqliteWorkQueue queue, ScheduleRun schedules, JobSweep sweep) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await queue.ReleaseHeldAsync(cancellationToken);
        await schedules.ReleaseAllAsync(cancellationToken);
        await sweep.RunAtStartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
