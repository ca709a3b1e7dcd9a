using System.Globalization;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs.Batches;

/// <summary>Batches over a folder that is made up, run as the embedded host runs them: whenever a batch rests, all that is queued is worked on.</summary>
internal sealed class BatchBench : IDisposable
{
    public BatchBench(int files = 450, Func<Job, Task<JobOutcome>>? work = null, JobsOptions? options = null, CutOff? cut = null, ITableStore? tables = null)
    {
        Files = [.. Enumerable.Range(0, files).Select(number => string.Create(CultureInfo.InvariantCulture, $"/media/{number:d6}.mkv"))];
        Jobs = new(
            async (job, _) =>
            {
                Worked.Add(job);
                return work is null ? JobBench.Changed($"undo{job.Path}") : await work(job);
            },
            options,
            tables,
            cut,
            planner: new(JobKind.Audio, Accept, (batch, after, onUnreadable, _) => Find(batch, after, onUnreadable).ToAsyncEnumerable()));
    }

    public JobBench Jobs { get; }

    public List<string> Files { get; }

    /// <summary>Folders that cannot be listed.</summary>
    public int Unreadable { get; init; }

    /// <summary>Every attempt at an item.</summary>
    public List<Job> Worked { get; } = [];

    public BatchStore Store => Jobs.Get<BatchStore>();

    public BatchLedger Ledger => Jobs.Get<BatchLedger>();

    public JobStore Items => Jobs.Get<JobStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<Batch> StartAsync(string path = "/media", bool dryRun = false, BatchPriority priority = BatchPriority.Normal) =>
        Assert.IsType<BatchReceipt.Started>(await AskAsync(path, dryRun, priority)).Batch;

    public Task<BatchReceipt> AskAsync(string path = "/media", bool dryRun = false, BatchPriority priority = BatchPriority.Normal) =>
        Jobs.Get<BatchIntake>().StartAsync(new() { Kind = JobKind.Audio, Path = path, DryRun = dryRun, Priority = priority }, "key:test", Cancellation);

    /// <summary>Runs what has been started to its end.</summary>
    /// <param name="rest">What happens whenever the batch rests, before the work.</param>
    public async Task<Batch> RunAsync(string id, Func<Task>? rest = null)
    {
        await Jobs.Get<BatchRun>().RunAsync(id, RestAsync, Cancellation);
        return await FindAsync(id);

        async Task RestAsync(CancellationToken cancellationToken)
        {
            if (rest is not null)
            {
                await rest();
            }

            var worked = 0;
            foreach (var lane in Enum.GetValues<Lane>())
            {
                worked += await Jobs.PumpAsync(lane);
            }

            if (worked == 0)
            {
                // What a worker left behind that is gone.
                Jobs.Clock.Advance(JobLedger.Lease + TimeSpan.FromMinutes(1));
                await Jobs.Sweep.RunAsync(cancellationToken);
            }
        }
    }

    public async Task<Batch> FindAsync(string id) => (await Store.FindAsync(id, Cancellation))!.Value.Batch;

    public async Task<BatchProgress> ProgressAsync(string id) => await Jobs.Get<BatchReport>().ProgressAsync(await FindAsync(id), Cancellation);

    /// <summary>All items, page by page of the list.</summary>
    public async Task<List<Job>> ItemsAsync(string id, IReadOnlyList<string>? groups = null, int limit = 100)
    {
        var (all, cursor, pages) = (new List<Job>(), (string?)null, (await FindAsync(id)).Pages);
        do
        {
            (var jobs, cursor) = await Items.ListItemsAsync(id, pages, groups, limit, cursor, Cancellation);
            all.AddRange(jobs);
            Assert.True(cursor is null || BatchRows.IsCursor(cursor));
        }
        while (cursor is not null);
        return all;
    }

    public void Dispose() => Jobs.Dispose();

    private static BatchAcceptance.Accepted Accept(NewBatch wanted) => new(wanted.Path, wanted.DryRun ?? true);

    private IEnumerable<BatchFile> Find(Batch batch, string? after, Action<string> onUnreadable)
    {
        for (var folder = 0; after is null && folder < Unreadable; folder++)
        {
            onUnreadable("/media/closed");
        }

        return Files.Where(file => after is null || string.CompareOrdinal(file, after) > 0).Select(file => new BatchFile(file, 1000));
    }
}
