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
