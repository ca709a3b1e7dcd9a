using ArrFunctions.Jobs;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs;

/// <summary>A store that fails at any one write of a job's whole life, or is gone from there on until the next start.</summary>
public sealed class CutOffLifeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_job_is_neither_lost_nor_ends_twice(bool isMade, bool staysDown)
    {
        var isReached = true;
        for (var at = 0; isReached; at++)
        {
            var cut = new CutOff(at, isMade, staysDown);
            using var bench = new JobBench(WaitThenChange, cut: cut);
            await LiveAsync(bench, cut);
            isReached = cut.WasReached;

            var job = await bench.FindAsync();
            Assert.Equal((JobStatus.Succeeded, JobResult.Changed, "undo"), (job.Status, job.Result, job.UndoId));
            Assert.Equal((at, "job.waiting job.succeeded"), (at, await bench.EventNamesAsync()));
            Assert.Equal(["succeeded.changed"], await bench.GroupsAsync(job.Id));
            var (jobs, cursor) = await bench.Store.ListAsync(groups: null, 10, cursor: null, Cancellation);
            Assert.Null(cursor);
            Assert.Equal(job.Id, Assert.Single(jobs).Id);
            Assert.Equal(0, await bench.MessagesAsync());
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_job_that_is_handed_to_another_lane_is_neither_lost_nor_done_in_the_first(bool isMade, bool staysDown)
    {
        var isReached = true;
        for (var at = 0; isReached; at++)
        {
            var cut = new CutOff(at, isMade, staysDown);
            using var bench = new JobBench(HandThenChange, cut: cut);
            await LiveAsync(bench, cut);
            isReached = cut.WasReached;

            var job = await bench.FindAsync();
            Assert.Equal((at, JobStatus.Succeeded, Lane.Slow, "undo"), (at, job.Status, job.Lane, job.UndoId));
            Assert.Equal((at, "job.succeeded"), (at, await bench.EventNamesAsync()));
            Assert.Equal((0, 0), (await bench.MessagesAsync(), await bench.MessagesAsync(Lane.Slow)));
        }
    }

    /// <summary>It has to be written anew, which only the slow lane may do.</summary>
    private static Task<JobOutcome> HandThenChange(Job job, CancellationToken cancellationToken) =>
        Task.FromResult(job.Lane is Lane.Slow ? JobBench.Changed() : new JobOutcome.Handed(Lane.Slow) { Reason = "it takes long" });

    /// <summary>The file has another name at first, which is gone when it is looked at again.</summary>
    private static Task<JobOutcome> WaitThenChange(Job job, CancellationToken cancellationToken) =>
        Task.FromResult(job.Wait is null ? JobBench.Waits(WaitReason.Hardlinked) : JobBench.Changed());

    private static async Task LiveAsync(JobBench bench, CutOff cut)
    {
        // A sender that gets no answer sends again.
        while (!await TryAsync(() => bench.SubmitAsync()))
        {
            cut.Restart();
        }

        for (var round = 0; round < 8; round++)
        {
            foreach (var step in new Func<Task>[]
            {
                () => bench.PumpAsync(),
                () => bench.PumpAsync(Lane.Slow),
                () => bench.Get<OutboxMover>().RunAsync(Cancellation),
                () => bench.Sweep.RunAsync(Cancellation),
                () => bench.Get<DeferredJobs>().RunAsync(Cancellation),
            })
            {
                if (!await TryAsync(step))
                {
                    cut.Restart();
                }
            }

            bench.Clock.Advance(TimeSpan.FromMinutes(6));
        }
    }

    private static async Task<bool> TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
