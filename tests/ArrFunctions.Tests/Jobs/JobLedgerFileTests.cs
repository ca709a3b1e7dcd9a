using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

/// <summary>Files that are renamed or deleted while jobs on them are on their way.</summary>
public sealed class JobLedgerFileTests : IDisposable
{
    private const string NewPath = "/tv/Dark/S01E01.mkv";
    private readonly JobBench bench = new((job, _) => Task.FromResult(job.Path == NewPath ? JobBench.Changed() : JobBench.Waits(WaitReason.NotVisible)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Id => JobBench.IdOf(1);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Every_job_on_the_file_that_has_not_ended_follows_a_rename()
    {
        await bench.SubmitAsync();
        await bench.SubmitAsync(JobBench.Wanted(2));
        await bench.Ledger.StartAsync(JobBench.IdOf(2), "worker", Cancellation);
        await bench.EndAsync(JobBench.Waits(WaitReason.Hardlinked), JobBench.Wanted(3));
        await bench.EndAsync(JobBench.Failed(), JobBench.Wanted(4));
        await bench.SubmitAsync(JobBench.Wanted(5, fileId: 77));
        await bench.SubmitAsync(JobBench.Wanted(6) with { Instance = "sonarr-4k" });

        var moved = await MoveAsync();

        Assert.Equal(Enumerable.Range(1, 3).Select(JobBench.IdOf).Order(StringComparer.Ordinal), moved.Select(job => job.Id).Order(StringComparer.Ordinal));
        Assert.All(moved, job => Assert.Equal((NewPath, "/remote"), (job.Path, job.RemotePath)));
        Assert.Equal(
            [JobStatus.Queued, JobStatus.Running, JobStatus.Waiting],
            [(await bench.FindAsync()).Status, (await bench.FindAsync(2)).Status, (await bench.FindAsync(3)).Status]);
        Assert.Empty(await MoveAsync());
    }

    [Fact]
    public async Task A_job_that_waits_for_its_file_to_appear_is_queued_at_once()
    {
        await bench.SubmitAsync();
        await bench.PumpAsync();
        Assert.Equal(JobStatus.Waiting, (await bench.FindAsync()).Status);

        await MoveAsync();

        Assert.Equal(1, await bench.PumpAsync());
        Assert.Equal(JobStatus.Succeeded, (await bench.FindAsync()).Status);
    }

    [Fact]
    public async Task A_rename_between_start_and_end_is_not_lost()
    {
        await bench.SubmitAsync();
        var started = await bench.Ledger.StartAsync(Id, "worker", Cancellation);
        await MoveAsync();
        await bench.Ledger.FinishAsync(Id, "worker", JobBench.Waits(WaitReason.NotVisible), Cancellation);
        Assert.Equal("/tv/Dark.mkv", started!.Path);
        await bench.PumpAsync();

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Get<DeferredJobs>().RunAsync(Cancellation);
        await bench.PumpAsync();

        Assert.Equal((JobStatus.Succeeded, NewPath), await bench.FindAsync() is var job ? (job.Status, job.Path) : default);
    }

    [Fact]
    public async Task A_deleted_file_cancels_what_is_queued_or_waits()
    {
        await bench.SubmitAsync();
        await bench.EndAsync(JobBench.Waits(WaitReason.Hardlinked), JobBench.Wanted(2));
        await bench.EndAsync(JobBench.Changed(), JobBench.Wanted(3));
        await bench.SubmitAsync(JobBench.Wanted(4, fileId: 77));

        var cancelled = await bench.Ledger.CancelFileAsync("sonarr", 7, "the file was deleted", Cancellation);

        Assert.Equal(2, cancelled.Count);
        Assert.All(cancelled, job => Assert.Equal((JobStatus.Cancelled, "the file was deleted"), (job.Status, job.Reason)));
        Assert.Equal(JobStatus.Queued, (await bench.FindAsync(4)).Status);
        Assert.Empty(await bench.Ledger.CancelFileAsync("sonarr", 7, "the file was deleted", Cancellation));
        Assert.Equal(2, (await bench.EventsAsync()).Count(told => (told.Name, told.Actor) == ("job.cancelled", "webhook:sonarr")));
    }

    [Fact]
    public async Task Numbers_of_files_that_begin_alike_are_told_apart()
    {
        await bench.SubmitAsync(JobBench.Wanted(1, fileId: 1));
        await bench.SubmitAsync(JobBench.Wanted(2, fileId: 11));

        Assert.Equal([JobBench.IdOf(1)], (await bench.Ledger.CancelFileAsync("sonarr", 1, "gone", Cancellation)).Select(job => job.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_job_that_is_there_is_found_by_its_file_whichever_write_was_the_last(bool isMade)
    {
        var isReached = true;
        for (var at = 0; isReached; at++)
        {
            var cut = new CutOff(at, isMade, staysDown: true);
            using var broken = new JobBench(tables: bench.Tables, cut: cut);
            var number = 100 + at;
            await Record.ExceptionAsync(() => broken.SubmitAsync(JobBench.Wanted(number, fileId: number)));

            var isThere = await bench.FindAsync(number) is not null;
            Assert.Equal(isThere ? 1 : 0, (await bench.Ledger.MoveFileAsync("sonarr", number, NewPath, remotePath: null, Cancellation)).Count);
            isReached = cut.WasReached;
        }
    }

    private Task<IReadOnlyList<Job>> MoveAsync() => bench.Ledger.MoveFileAsync("sonarr", 7, NewPath, "/remote", Cancellation);
}
