using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs;

/// <summary>Lists of a ledger with 100,000 jobs, a hundredth of which failed and as many wait.</summary>
public sealed class JobListTests(JobListTests.Ledger ledger) : IClassFixture<JobListTests.Ledger>
{
    private const int Total = 100_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private JobBench Bench => ledger.Bench;

    private long RowsRead => ((MemoryTableStore)Bench.Tables).RowsRead;

    [Fact]
    public async Task Every_job_is_listed_once_and_newest_first()
    {
        var jobs = await ReadAsync(groups: null, 500);

        Assert.Equal(Total, jobs.Count);
        Assert.Equal(Enumerable.Range(0, Total).Reverse().Select(JobBench.IdOf), jobs.Select(job => job.Id));
    }

    [Theory]
    [InlineData(JobStatus.Failed)]
    [InlineData(JobStatus.Queued)]
    public async Task Every_job_of_a_status_is_listed_once_and_newest_first(JobStatus status)
    {
        var jobs = await ReadAsync(JobGroup.Of(status), 499);

        Assert.Equal(status is JobStatus.Failed ? Total / 100 : Total - (Total / 50), jobs.Count);
        Assert.All(jobs, job => Assert.Equal(status, job.Status));
        Assert.Equal(jobs.OrderByDescending(job => job.Updated).Select(job => job.Id), jobs.Select(job => job.Id));
        Assert.Equal(jobs.Count, jobs.DistinctBy(job => job.Id, StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Waiting_jobs_are_listed_by_when_they_are_due()
    {
        var jobs = await ReadAsync(JobGroup.Of(JobStatus.Waiting), 100);

        Assert.Equal(Total / 100, jobs.Count);
        Assert.Equal(jobs.OrderBy(job => job.Wait!.Until).Select(job => job.Id), jobs.Select(job => job.Id));
    }

    [Theory]
    [InlineData(null, 1, 32 * 3)]
    [InlineData(null, 50, (2 * 50) + (32 * 6))]
    [InlineData(null, 500, (2 * 500) + (32 * 40))]
    [InlineData("failed", 50, (2 * 50) + (32 * 6))]
    [InlineData("queued", 50, (2 * 50) + (5 * 32 * 6))]
    public async Task A_page_reads_few_rows_however_long_the_list_is(string? status, int limit, int most)
    {
        Assert.True(JobFilter.TryParse(status, result: null, out var groups, out _));
        var (_, cursor) = await Bench.Store.ListAsync(groups, 300, cursor: null, Cancellation);
        var before = RowsRead;

        var (jobs, _) = await Bench.Store.ListAsync(groups, limit, cursor, Cancellation);

        Assert.Equal(limit, jobs.Count);
        Assert.InRange(RowsRead - before, limit, most);
    }

    [Fact]
    public async Task Statistics_count_what_has_not_ended_up_to_a_limit_and_what_happened()
    {
        await Bench.Get<OutboxMover>().RunAsync(Cancellation);

        var statistics = await JobStatistics.ReadAsync(Bench.Store, Bench.Get<EventLog>(), Bench.Get<BatchTallies>(), Bench.Clock, Cancellation);

        Assert.Equal((10_000, 0, Total / 100), (statistics.Now["queued"], statistics.Now["running"], statistics.Now["waiting"]));
        Assert.Equal((Total / 100, Total / 100), ((int)statistics.Total["failed"], (int)statistics.Total["waiting"]));
        Assert.Equal(statistics.Total, statistics.Today);
    }

    private async Task<List<Job>> ReadAsync(IReadOnlyList<string>? groups, int limit)
    {
        var found = new List<Job>();
        string? cursor = null;
        do
        {
            var (jobs, next) = await Bench.Store.ListAsync(groups, limit, cursor, Cancellation);
            found.AddRange(jobs);
            cursor = next;
        }
        while (cursor is not null);

        return found;
    }

    public sealed class Ledger : IAsyncLifetime
    {
        internal JobBench Bench { get; } = new();

        public async ValueTask InitializeAsync()
        {
            for (var number = 0; number < Total; number++)
            {
                var wanted = JobBench.Wanted(number, fileId: number);
                _ = (number % 100) switch
                {
                    0 => await Bench.EndAsync(JobBench.Failed(), wanted),
                    1 => await Bench.EndAsync(JobBench.Waits((number % 200) is 1 ? WaitReason.Hardlinked : WaitReason.InUse), wanted),
                    _ => await Bench.SubmitAsync(wanted),
                };
                Bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
            }
        }

        public ValueTask DisposeAsync()
        {
            Bench.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
