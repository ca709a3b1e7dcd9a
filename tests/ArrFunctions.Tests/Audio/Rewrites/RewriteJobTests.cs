using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Jobs;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>Jobs whose file has to be written anew, from the webhook lane to the file and back.</summary>
[Collection(nameof(Instants))]
public sealed class RewriteJobTests
{
    public RewriteJobTests() => RewriteBench.SkipWithoutTools();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_of_the_webhook_lane_is_done_in_the_slow_one()
    {
        using var bench = new Workbench(RewriteBench.Options());
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);
        using var jobs = Jobs(bench, RewriteBench.Options(RewriteTool.Mkvmerge));
        await jobs.SubmitAsync(JobBench.Wanted(path: path));

        await jobs.PumpAsync();
        Assert.StartsWith("the file has to be written anew, because", (await jobs.FindAsync()).Reason, StringComparison.Ordinal);
        await bench.AssertUntouchedAsync(path, before);
        await jobs.PumpAsync(Lane.Slow);

        var job = await jobs.FindAsync();
        Assert.Equal((JobStatus.Succeeded, JobResult.Changed, null, 1), (job.Status, job.Result, job.UndoId, job.Attempts));
        Assert.Contains("no original is kept (Audio:KeepOriginal), so it cannot be taken back", job.Reason, StringComparison.Ordinal);
        Assert.Equal([1], RealFile.DefaultsByFfprobe(path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_that_was_cut_off_behind_its_rewrite_tells_it_when_it_is_run_again(bool keepsOriginal)
    {
        var options = keepsOriginal ? RewriteBench.Keeping(TimeSpan.FromDays(1)) : RewriteBench.Options(RewriteTool.Mkvmerge);
        using var bench = new Workbench(options);
        var path = bench.AddNoRoom();
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        using var jobs = Jobs(bench, options);
        await jobs.SubmitAsync(JobBench.Wanted(path: path, lane: Lane.Slow));

        await Instants.RunAsync("finished", () => throw new InvalidOperationException("cut off"), () => jobs.PumpAsync(Lane.Slow));
        Assert.Equal(JobStatus.Queued, (await jobs.FindAsync()).Status);
        jobs.Clock.Advance(TimeSpan.FromMinutes(1));
        await jobs.PumpAsync(Lane.Slow);

        var job = await jobs.FindAsync();
        Assert.Equal((JobStatus.Succeeded, JobResult.Changed, 2), (job.Status, job.Result, job.Attempts));
        Assert.Equal(keepsOriginal, job.UndoId is not null);
        if (job.UndoId is { } undoId)
        {
            Assert.Equal(job.Id, Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(undoId)).JobId);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancellation));
        }
    }

    [Fact]
    public async Task A_job_that_finds_no_space_waits_and_its_next_turn_does_it()
    {
        using var mount = Mount.InMemory("80m");
        var options = RewriteBench.Options(RewriteTool.Mkvmerge);
        using var bench = new Workbench(options, parentFolder: mount.Folder);
        var path = bench.AddNoRoom();
        var filler = Path.Combine(mount.Folder, "filler");
        await File.WriteAllBytesAsync(filler, new byte[40 << 20], Cancellation);
        using var jobs = Jobs(bench, options);
        await jobs.SubmitAsync(JobBench.Wanted(path: path, lane: Lane.Slow));

        await jobs.PumpAsync(Lane.Slow);
        Assert.Equal((JobStatus.Waiting, WaitReason.NoSpace), await jobs.FindAsync() is var job ? (job.Status, job.Wait!.Reason) : default);
        File.Delete(filler);
        jobs.Clock.Advance(TimeSpan.FromMinutes(15));
        await jobs.Get<DeferredJobs>().RunAsync(Cancellation);
        await jobs.PumpAsync(Lane.Slow);

        Assert.Equal(JobStatus.Succeeded, (await jobs.FindAsync()).Status);
        Assert.Equal(["film.mkv"], bench.Names());
    }

    [Fact]
    public async Task The_end_of_the_program_cancels_a_rewrite_which_leaves_nothing()
    {
        using var program = new CancellationTokenSource();
        var runner = new ScriptedRunner().Play("mkvmerge", async (_, token) =>
        {
            await program.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            throw new InvalidOperationException("It was not cancelled.");
        });
        var options = RewriteBench.Options(RewriteTool.Mkvmerge);
        using var bench = new Workbench(options, processes: runner);
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);
        using var jobs = Jobs(bench, options);
        await jobs.SubmitAsync(JobBench.Wanted(path: path, lane: Lane.Slow));

        Assert.IsType<WorkVerdict.Again>(await jobs.Get<WorkRunner>().RunAsync(Lane.Slow, new WorkItem(JobBench.IdOf(1)).ToBody(), program.Token));

        Assert.Equal((JobStatus.Queued, 0), await jobs.FindAsync() is var job ? (job.Status, job.Attempts) : default);
        await bench.AssertUntouchedAsync(path, before);
    }

    private static JobBench Jobs(Workbench bench, AudioOptions options)
    {
        var job = bench.JobWith(options with { Roots = [bench.Media], DryRun = false });
        return new(watched: job.RunAsync);
    }
}
