namespace ArrFunctions.Jobs;

/// <summary>Carries the plans of dry runs out, after a fresh look at each subject.</summary>
internal sealed class PlannedJobs(JobStore store, JobLedger ledger)
{
    /// <returns>How many were queued.</returns>
    public async Task<int> ApplyAsync(string actor, CancellationToken cancellationToken)
    {
        var queued = 0;
        await foreach (var id in store.IdsAsync(JobGroup.Succeeded(JobResult.Planned), cancellationToken))
        {
            queued += await ledger.ApplyAsync(id, actor, cancellationToken) is null ? 0 : 1;
        }

        return queued;
    }
}
