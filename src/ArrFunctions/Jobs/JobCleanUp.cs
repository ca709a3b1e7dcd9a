using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Jobs;

/// <summary>Forgets jobs whose time is over, and batches with their items.</summary>
internal sealed class JobCleanUp(JobStore store, BatchCleanUp batches, Live<JobsOptions> options, TimeProvider clock)
{
    private static readonly JobStatus[] Failed = [JobStatus.Failed, JobStatus.Poisoned];

    private static readonly JobStatus[] Done = [JobStatus.Succeeded, JobStatus.Skipped, JobStatus.Cancelled];

    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) =>
        await OverAsync(cancellationToken).AnyAsync(cancellationToken) || await batches.IsDueAsync(cancellationToken);

    /// <returns>What was done, for people.</returns>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var removed = 0;
        await foreach (var job in OverAsync(cancellationToken))
        {
            await store.RemoveAsync(job.Id, cancellationToken);
            removed++;
        }

        var whole = await batches.RunAsync(cancellationToken);
        return $"{removed} {(removed == 1 ? "job" : "jobs")} and {whole} {(whole == 1 ? "batch" : "batches")} removed";
    }

    /// <summary>Items of a batch go with it.</summary>
    private IAsyncEnumerable<Job> OverAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Ids(Done, now - options.Value.KeepFor).Concat(Ids(Failed, now - options.Value.KeepFailedFor))
            .Select(async (string id, CancellationToken token) => await store.FindAsync(id, token))
            .Where(found => found is { Job.Batch: null })
            .Select(found => found!.Value.Job);

        IAsyncEnumerable<string> Ids(IEnumerable<JobStatus> statuses, DateTimeOffset time) =>
            statuses.SelectMany(JobGroup.Of).ToAsyncEnumerable().SelectMany(group => store.BeforeAsync(group, time, cancellationToken));
    }
}
