using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs.Batches;

public sealed class BatchRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(7_301)]
    public async Task Every_file_is_worked_on_once(int files)
    {
        using var bench = new BatchBench(files);
        var batch = await bench.StartAsync();

        var ended = await bench.RunAsync(batch.Id);

        Assert.Equal((BatchStatus.Succeeded, files, (files + 199) / 200), (ended.Status, ended.Files, ended.Pages));
        Assert.Equal(files, ended.Counts.Changed);
        Assert.Equal(bench.Files, bench.Worked.Select(job => job.Path).Order(StringComparer.Ordinal));
        Assert.Equal(bench.Files, (await bench.ItemsAsync(batch.Id)).Select(job => job.Path));
        Assert.Empty(await bench.Store.OpenAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal(0, await bench.Jobs.MessagesAsync(Lane.Normal));
    }

    [Fact]
    public async Task A_folder_without_files_is_done_at_once()
    {
        using var bench = new BatchBench(files: 0);
        var ended = await bench.RunAsync((await bench.StartAsync()).Id);

        Assert.Equal((BatchStatus.Succeeded, "no file matched"), (ended.Status, ended.Reason));
        Assert.Equal(100, (await bench.ProgressAsync(ended.Id)).Percent);
    }

    [Fact]
    public async Task Few_are_queued_at_once_however_many_there_are()
    {
        using var bench = new BatchBench(5_000);
        var batch = await bench.StartAsync();
        var most = 0L;

        await bench.RunAsync(batch.Id, async () => most = Math.Max(most, await bench.Jobs.MessagesAsync(Lane.Normal)));

        Assert.Equal(BatchPhases.MostPagesAtOnce * BatchPhases.MostFiles, most);
    }

    [Theory]
    [InlineData(0, BatchStatus.PartlyFailed, "447 changed, 3 failed, 1 folder could not be listed")]
    [InlineData(1, BatchStatus.Failed, "450 failed, 1 folder could not be listed")]
    public async Task What_failed_makes_the_end(int all, BatchStatus status, string reason)
    {
        using var bench = new BatchBench(work: job => Task.FromResult(all == 1 || job.Batch!.Index == 7 ? JobBench.Failed() : JobBench.Changed())) { Unreadable = 1 };
        var ended = await bench.RunAsync((await bench.StartAsync()).Id);

        Assert.Equal((status, reason), (ended.Status, ended.Reason));
    }

    [Fact]
    public async Task Failed_ones_are_tried_again_and_no_others()
    {
        var isFailing = true;
        using var bench = new BatchBench(work: job => Task.FromResult(isFailing && job.Batch!.Index % 100 == 7 ? JobBench.Failed() : JobBench.Changed()));
        var batch = await bench.StartAsync();
        var ended = await bench.RunAsync(batch.Id);
        (isFailing, var before) = (false, bench.Worked.Count);

        bench.Jobs.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await bench.Ledger.RetryAsync(ended, ended.Counts, "key:test", Cancellation));
        var again = await bench.RunAsync(batch.Id);

        Assert.Equal(5, bench.Worked.Count - before);
        Assert.Equal((BatchStatus.Succeeded, 2, 450), (again.Status, again.Attempt, again.Counts.Changed));
        Assert.Null(await bench.Ledger.RetryAsync(again, again.Counts, "key:test", Cancellation));
        Assert.Equal("batch.partlyFailed batch.retried batch.started batch.succeeded", string.Join(' ', await BatchEventsAsync(bench)));
    }

    [Fact]
    public async Task A_cancelled_batch_begins_nothing_more_and_counts_the_rest()
    {
        using var bench = new BatchBench(3_000);
        var batch = await bench.StartAsync();
        var rests = 0;

        var ended = await bench.RunAsync(batch.Id, async () =>
        {
            if (++rests == 2)
            {
                Assert.NotNull(await bench.Ledger.CancelAsync(batch.Id, "key:test", Cancellation));
                await bench.Jobs.Get<BatchPhases>().CancelAsync(batch.Id, Cancellation);
            }
        });

        Assert.Equal(BatchStatus.Cancelled, ended.Status);
        Assert.Equal(1_000, bench.Worked.Count);
        Assert.Equal((1_000, 2_000), (ended.Counts.Changed, ended.Counts.Cancelled));
        Assert.Equal(0, await bench.Jobs.MessagesAsync(Lane.Normal));
        Assert.Null(await bench.Ledger.CancelAsync(batch.Id, "key:test", Cancellation));
        Assert.Null(await bench.Ledger.RetryAsync(ended, ended.Counts, "key:test", Cancellation));
    }

    [Fact]
    public async Task Files_that_wait_do_not_keep_it_from_ending_and_are_counted_on()
    {
        var isSeeded = true;
        using var bench = new BatchBench(10, job => Task.FromResult(isSeeded && job.Batch!.Index < 3 ? JobBench.Waits(WaitReason.Hardlinked) : JobBench.Changed()));
        var ended = await bench.RunAsync((await bench.StartAsync()).Id);
        Assert.Equal((BatchStatus.Succeeded, 3, 7), (ended.Status, ended.Counts.Waiting, ended.Counts.Changed));

        isSeeded = false;
        bench.Jobs.Clock.Advance(TimeSpan.FromMinutes(20));
        await bench.Jobs.Get<DeferredJobs>().RunAsync(Cancellation);
        await bench.Jobs.PumpAsync(Lane.Normal);

        Assert.Equal((0, 10), ((await bench.ProgressAsync(ended.Id)).Counts.Waiting, (await bench.ProgressAsync(ended.Id)).Counts.Changed));
    }

    [Fact]
    public async Task A_dry_run_says_so_to_its_jobs_until_they_are_to_be_carried_out()
    {
        using var bench = new BatchBench(3, job => Task.FromResult(job.IsDryRun ? JobBench.Planned() : JobBench.Changed()));
        var ended = await bench.RunAsync((await bench.StartAsync(dryRun: true)).Id);
        Assert.Equal((3, "3 to be changed"), (ended.Counts.Planned, ended.Reason));

        Assert.Equal(3, await bench.Jobs.Get<PlannedJobs>().ApplyAsync("key:test", Cancellation));
        await bench.Jobs.PumpAsync(Lane.Normal);

        Assert.Equal(3, (await bench.ProgressAsync(ended.Id)).Counts.Changed);
    }

    [Fact]
    public async Task The_log_tells_of_what_was_changed_and_the_statistics_count_everything()
    {
        using var bench = new BatchBench(10, job => Task.FromResult(job.Batch!.Index switch
        {
            0 => JobBench.Failed(),
            1 => JobBench.Changed(),
            2 => new JobOutcome.Skipped("noMatch") { Reason = "no track fits" },
            _ => new JobOutcome.Succeeded(JobResult.AlreadyCorrect) { Reason = "right" },
        }));
        await bench.RunAsync((await bench.StartAsync()).Id);

        var names = (await bench.Jobs.EventsAsync()).Select(told => told.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["batch.partlyFailed", "batch.started", "job.failed", "job.succeeded"], names);
        var statistics = await JobStatistics.ReadAsync(
            bench.Items, bench.Jobs.Get<EventLog>(), bench.Jobs.Get<BatchTallies>(), bench.Jobs.Clock, Cancellation);
        Assert.Equal((8L, 1L, 1L), (statistics.Today["succeeded"], statistics.Today["failed"], statistics.Today["skipped"]));
        Assert.Equal(statistics.Today, statistics.Total);
    }

    [Fact]
    public async Task Progress_reads_a_row_for_each_page()
    {
        var tables = new MemoryTableStore();
        using var bench = new BatchBench(20_000, tables: tables);
        var batch = await bench.StartAsync();
        await bench.RunAsync(batch.Id);
        var stored = await bench.FindAsync(batch.Id);

        var before = tables.RowsRead;
        await bench.Jobs.Get<BatchReport>().ProgressAsync(stored, Cancellation);

        Assert.Equal(100, tables.RowsRead - before);
    }

    private static async Task<IEnumerable<string>> BatchEventsAsync(BatchBench bench) => (await bench.Jobs.EventsAsync())
        .Select(told => told.Name).Where(name => name.StartsWith("batch.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
