using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs;

/// <summary>Queues the waiting jobs that are due: files that were hardlinked, missing, in use, or found no space.</summary>
internal sealed partial class DeferredJobs(JobStore store, JobLedger ledger, TimeProvider clock, ILogger<DeferredJobs> logger)
{
    public ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) =>
        store.DueAsync(clock.GetUtcNow(), cancellationToken).AnyAsync(cancellationToken);

    /// <returns>What was done, for people.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var woken = 0;
        await foreach (var id in store.DueAsync(clock.GetUtcNow(), cancellationToken))
        {
            woken += await ledger.WakeAsync(id, cancellationToken) is null ? 0 : 1;
        }

        Log.Woken(logger, woken);
        return $"{woken} {(woken == 1 ? "file is" : "files are")} looked at again";
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Woken} waiting jobs are looked at again.")]
        public static partial void Woken(ILogger logger, int woken);
    }
}
