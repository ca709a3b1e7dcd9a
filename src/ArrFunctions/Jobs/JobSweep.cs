using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs;

/// <summary>Finds jobs that nobody would work on any more: their worker is gone, or their message is.</summary>
internal sealed partial class JobSweep(JobStore store, JobLedger ledger, BatchSweep batches, IWorkQueue queue, Live<JobsOptions> options, TimeProvider clock, ILogger<JobSweep> logger)
{
    /// <summary>A queued job this young may be on its way between ledger and lane.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    /// <summary>Looks at leases that have run out, and at lanes with fewer messages than queued jobs.</summary>
    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        if (await batches.IsDueAsync(cancellationToken))
        {
            return true;
        }

        foreach (var lane in Enum.GetValues<Lane>())
        {
            if (await LacksMessagesAsync(lane, cancellationToken))
            {
                return true;
            }
        }

        return await RunningAsync(cancellationToken).AnyAsync(
            async (id, token) => await ledger.FindAsync(id, token) is { Lease: { } lease } && IsOver(lease), cancellationToken);
    }

    /// <returns>What was done, for people.</returns>
    public Task<string> RunAsync(CancellationToken cancellationToken) =>
        RunAsync(IsOver, Young, cancellationToken);

    /// <summary>At the start of a host that is alone on its state: whoever held a job is gone, and nobody is sending.</summary>
    public Task<string> RunAtStartAsync(CancellationToken cancellationToken) =>
        RunAsync(static _ => true, minimumAge: TimeSpan.Zero, cancellationToken);

    private async Task<string> RunAsync(Func<JobLease, bool> isGone, TimeSpan minimumAge, CancellationToken cancellationToken)
    {
        var resent = 0;
        foreach (var lane in Enum.GetValues<Lane>())
        {
            resent += await LacksMessagesAsync(lane, cancellationToken) ? await ResendAsync(lane, minimumAge, cancellationToken) : 0;
        }

        resent += await batches.RunAsync(minimumAge, cancellationToken);
        var reclaimed = 0;
        await foreach (var id in RunningAsync(cancellationToken))
        {
            reclaimed += await ledger.ReclaimAsync(id, isGone, cancellationToken) ? 1 : 0;
        }

        if (reclaimed + resent > 0)
        {
            Log.Swept(logger, reclaimed, resent);
        }

        return $"{reclaimed} {(reclaimed == 1 ? "job" : "jobs")} without a worker and {resent} without a message queued again";
    }

    private bool IsOver(JobLease lease) => lease.Until <= clock.GetUtcNow();

    private IAsyncEnumerable<string> RunningAsync(CancellationToken cancellationToken) =>
        JobGroup.Of(JobStatus.Running).ToAsyncEnumerable().SelectMany(group => store.IdsAsync(group, cancellationToken));

    /// <summary>Every queued job has a message, and so has every running one: it is hidden while its worker holds it.</summary>
    private async ValueTask<bool> LacksMessagesAsync(Lane lane, CancellationToken cancellationToken)
    {
        var messages = (int)Math.Min(await queue.CountAsync(options.Value.Queues[lane], cancellationToken), int.MaxValue / 2);
        var running = await store.CountAsync(JobGroup.Running(lane), most: messages + 1, cancellationToken);
        return running + await store.CountAsync(JobGroup.Queued(lane), most: messages + 1, cancellationToken) > messages;
    }

    private async Task<int> ResendAsync(Lane lane, TimeSpan minimumAge, CancellationToken cancellationToken)
    {
        var resent = 0;
        await foreach (var id in store.IdsAsync(JobGroup.Queued(lane), cancellationToken))
        {
            resent += await ledger.ResendAsync(id, minimumAge, cancellationToken) ? 1 : 0;
        }

        return resent;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Reclaimed} jobs had no worker and {Resent} no message; they are queued again.")]
        public static partial void Swept(ILogger logger, int reclaimed, int resent);
    }
}
