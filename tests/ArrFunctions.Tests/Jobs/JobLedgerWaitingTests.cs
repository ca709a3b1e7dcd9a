using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Jobs;

public sealed class JobLedgerWaitingTests : IDisposable
{
    private WaitReason? obstacle = WaitReason.Hardlinked;
    private readonly JobBench bench;

    public JobLedgerWaitingTests() => bench = new((_, _) => Task.FromResult(obstacle is { } why ? JobBench.Waits(why) : JobBench.Changed()));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Id => JobBench.IdOf(1);

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_hardlinked_file_is_looked_at_ever_more_seldom_and_never_given_up()
    {
        await bench.SubmitAsync();
        var looks = 0;
        for (var hour = 0; hour < 24 * 60; hour++)
        {
            looks += await LookAsync();
            bench.Clock.Advance(TimeSpan.FromHours(1));
        }

        var job = await bench.FindAsync();
        Assert.Equal((JobStatus.Waiting, looks), (job.Status, job.Wait!.Looks));
        Assert.InRange(looks, 240, 250);
        Assert.Equal("job.waiting", await bench.EventNamesAsync());

        obstacle = null;
        bench.Clock.Advance(TimeSpan.FromHours(6));
        await LookAsync();
        Assert.Equal("job.waiting job.succeeded", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task A_missing_file_is_given_up_after_the_time_that_is_set()
    {
        obstacle = WaitReason.NotVisible;
        await bench.SubmitAsync();
        var minutes = 0;
        for (; minutes < 3000 && (await bench.FindAsync()).Status is not JobStatus.Failed; minutes++)
        {
            await LookAsync();
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var job = await bench.FindAsync();
        Assert.Equal((JobStatus.Failed, "notVisible"), (job.Status, job.Code));
        Assert.InRange(minutes, 24 * 60, (24 * 60) + 16);
        Assert.Equal("job.waiting job.failed", await bench.EventNamesAsync());
    }

    [Fact]
    public async Task Nothing_is_woken_before_it_is_due_and_then_once()
    {
        await bench.SubmitAsync();
        await bench.PumpAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.False(await bench.Get<DeferredJobs>().IsDueAsync(Cancellation));
        Assert.Null(await bench.Ledger.WakeAsync(Id, Cancellation));

        bench.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True(await bench.Get<DeferredJobs>().IsDueAsync(Cancellation));
        var woken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => bench.Get<DeferredJobs>().RunAsync(Cancellation))));

        Assert.Equal(["0 files are looked at again", "1 file is looked at again"], woken.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(1, await bench.MessagesAsync());
        Assert.False(await bench.Get<DeferredJobs>().IsDueAsync(Cancellation));
    }

    [Fact]
    public async Task A_person_need_not_wait()
    {
        await bench.SubmitAsync();
        await bench.PumpAsync();

        var job = await bench.Ledger.RetryAsync(Id, "key:anna", Cancellation);

        Assert.Equal((JobStatus.Queued, null), (job!.Status, job.Wait));
    }

    /// <returns>How many jobs were worked on.</returns>
    private async Task<int> LookAsync()
    {
        await bench.Get<DeferredJobs>().RunAsync(Cancellation);
        return await bench.PumpAsync();
    }
}
