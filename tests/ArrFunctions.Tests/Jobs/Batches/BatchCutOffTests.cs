using ArrFunctions.Jobs;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs.Batches;

/// <summary>A store that fails at any one write of a batch's whole life, or is gone from there on until the next start.</summary>
public sealed class BatchCutOffTests
{
    private const int Files = 30;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_file_ends_once_and_the_counts_are_true(bool isMade, bool staysDown)
    {
        var (reached, step) = (0, TestSettings.IsThorough ? 1 : 7);
        for (var at = 0; ; at += step)
        {
            var cut = new CutOff(at, isMade, staysDown);
            using var bench = new BatchBench(Files, job => Task.FromResult(job.Attempts == 1 && job.Batch!.Index == 3 ? JobBench.Failed() : JobBench.Changed()), cut: cut);
            var id = await LiveAsync(bench, cut);
            if (!cut.WasReached)
            {
                break;
            }

            reached++;

            var ended = await bench.FindAsync(id);
            var progress = await bench.ProgressAsync(id);
            var items = await bench.ItemsAsync(id);
            Assert.Equal((at, Files, Files), (at, items.Count, items.Select(item => item.Path).Distinct(StringComparer.Ordinal).Count()));
            Assert.All(items, item => Assert.True(item.HasEnded(), $"{at}: {item.Path} is {item.Status}"));
            Assert.Equal((at, items.Count(item => item.Status is JobStatus.Failed)), (at, progress.Counts.Failed));
            Assert.Equal((at, items.Count(item => item.Result is JobResult.Changed)), (at, progress.Counts.Changed));
            Assert.Equal((at, Files), (at, progress.Counts.Total));
            Assert.Equal(progress.Counts, ended.Counts);
            Assert.Equal(progress.Counts.Changed, (await bench.ItemsAsync(id, ["succeeded.changed"])).Count);
            Assert.Equal((at, 0), (at, await bench.Jobs.MessagesAsync(Lane.Normal)));
            Assert.Single(await bench.Jobs.EventsAsync(), told => told.Name is "batch.partlyFailed" or "batch.succeeded");
        }

        Assert.InRange(reached, 10, int.MaxValue);
    }

    /// <summary>As a host does: what fails is tried again, and a restart sends again what has no message.</summary>
    private static async Task<string> LiveAsync(BatchBench bench, CutOff cut)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            try
            {
                if (await bench.Store.ListAsync(1, cursor: null, Cancellation) is not ([var batch], _))
                {
                    batch = await bench.StartAsync();
                }

                await bench.Jobs.Sweep.RunAtStartAsync(Cancellation);
                if ((await bench.RunAsync(batch.Id)).HasEnded)
                {
                    await bench.Jobs.PumpAsync(Lane.Normal);
                    return batch.Id;
                }
            }
            catch (StoreException)
            {
                cut.Restart();
                bench.Jobs.Clock.Advance(JobLedger.Lease + TimeSpan.FromMinutes(1));
            }
        }

        Assert.Fail("The batch does not come to its end.");
        return "";
    }
}
