using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

/// <summary>Lists that are read while their jobs change.</summary>
public sealed class JobListChangeTests : IDisposable
{
    private readonly JobBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_cursor_holds_while_jobs_come_and_change()
    {
        await AddAsync(0, 40, JobBench.Failed());
        var seen = new List<string>();
        string? cursor = null;
        var next = 40;
        do
        {
            var (jobs, found) = await bench.Store.ListAsync(groups: null, 7, cursor, Cancellation);
            seen.AddRange(jobs.Select(job => job.Id));
            cursor = found;
            await AddAsync(next, 3, JobBench.Changed());
            await bench.Ledger.RetryAsync(JobBench.IdOf(next++ % 40), "test", Cancellation);
            next += 2;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 40).Reverse().Select(JobBench.IdOf), seen);
    }

    [Fact]
    public async Task A_job_that_left_its_list_since_the_page_before_is_not_in_it()
    {
        await AddAsync(0, 10, JobBench.Failed());
        var failed = JobGroup.Of(JobStatus.Failed);
        var (first, cursor) = await bench.Store.ListAsync(failed, 5, cursor: null, Cancellation);
        await bench.Ledger.RetryAsync(JobBench.IdOf(2), "test", Cancellation);

        var (second, last) = await bench.Store.ListAsync(failed, 5, cursor, Cancellation);

        Assert.Equal(Enumerable.Range(0, 10).Reverse().Where(number => number is not 2).Select(JobBench.IdOf), first.Concat(second).Select(job => job.Id));
        Assert.Null(last);
    }

    [Fact]
    public async Task A_row_tells_what_a_cursor_is()
    {
        await AddAsync(0, 3, JobBench.Failed());
        var (_, cursor) = await bench.Store.ListAsync(groups: null, 1, cursor: null, Cancellation);

        Assert.True(JobStore.IsCursor(cursor!));
        Assert.All(["", "x", cursor![1..], cursor + "0", cursor.ToUpperInvariant(), cursor.Replace('~', '/'), "ü" + cursor[1..]], text => Assert.False(JobStore.IsCursor(text)));
    }

    private async Task AddAsync(int first, int count, JobOutcome outcome)
    {
        for (var number = first; number < first + count; number++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
            await bench.EndAsync(outcome, JobBench.Wanted(number));
        }
    }
}
