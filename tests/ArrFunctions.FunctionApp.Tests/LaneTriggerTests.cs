using ArrFunctions.Jobs;
using ArrFunctions.Platform;

namespace ArrFunctions.FunctionApp.Tests;

public sealed class LaneTriggerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Lane> Lanes => [.. Enum.GetValues<Lane>()];

    [Theory]
    [MemberData(nameof(Lanes))]
    public async Task A_job_that_ends_leaves_no_message(Lane lane)
    {
        using var bench = new LaneBench();
        var (id, body) = await bench.SubmitAsync(lane, "/media/a.mkv");

        await bench.RunAsync(lane, body);

        Assert.Equal(JobStatus.Succeeded, (await bench.Ledger.FindAsync(id, Cancellation))?.Status);
        Assert.Equal(0, await bench.Queue.CountAsync(bench.Options.Queues[lane], Cancellation));
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public async Task A_paused_lane_sends_its_message_again_a_minute_later_and_the_others_work(Lane paused)
    {
        using var bench = new LaneBench();
        await bench.PauseAsync(paused);
        var ids = new Dictionary<Lane, string>();
        foreach (var lane in Enum.GetValues<Lane>())
        {
            (ids[lane], var body) = await bench.SubmitAsync(lane, $"/media/{lane}.mkv");
            await bench.RunAsync(lane, body);
        }

        foreach (var lane in Enum.GetValues<Lane>())
        {
            var job = await bench.Ledger.FindAsync(ids[lane], Cancellation);
            Assert.Equal(lane == paused ? JobStatus.Queued : JobStatus.Succeeded, job?.Status);
        }

        bench.Time.Now += TimeSpan.FromSeconds(59);
        Assert.Empty(await bench.ReceiveAsync(paused));
        bench.Time.Now += TimeSpan.FromSeconds(1);
        Assert.Contains(ids[paused], Assert.Single(await bench.ReceiveAsync(paused)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_over_the_limit_of_its_lane_is_sent_again_and_another_lane_works_meanwhile()
    {
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var bench = new LaneBench(async (job, cancellationToken) =>
        {
            await (job.Path is "/media/long.mkv" ? free.Task : Task.CompletedTask);
            return await LaneBench.Done(job, cancellationToken);
        });
        var (_, first) = await bench.SubmitAsync(Lane.Low, "/media/long.mkv");
        var (secondId, second) = await bench.SubmitAsync(Lane.Low, "/media/short.mkv");
        var (otherId, other) = await bench.SubmitAsync(Lane.High, "/media/other.mkv");

        var running = bench.RunAsync(Lane.Low, first);
        await bench.RunAsync(Lane.Low, second);
        await bench.RunAsync(Lane.High, other);

        Assert.False(running.IsCompleted);
        Assert.Equal(JobStatus.Queued, (await bench.Ledger.FindAsync(secondId, Cancellation))?.Status);
        Assert.Equal(JobStatus.Succeeded, (await bench.Ledger.FindAsync(otherId, Cancellation))?.Status);
        Assert.Empty(await bench.ReceiveAsync(Lane.Low));
        bench.Time.Now += TimeSpan.FromSeconds(5);
        Assert.Equal(second, Assert.Single(await bench.ReceiveAsync(Lane.Low)).Body);

        free.SetResult();
        await running;
    }

    [Fact]
    public async Task Work_that_faults_is_sent_again_until_it_is_poisoned()
    {
        using var bench = new LaneBench((_, _) => throw new InvalidOperationException("broken"));
        var (id, body) = await bench.SubmitAsync(Lane.Normal, "/media/a.mkv");

        for (var attempt = 1; attempt < bench.Options.MaxAttempts; attempt++)
        {
            await bench.RunAsync(Lane.Normal, body);
            Assert.Empty(await bench.ReceiveAsync(Lane.Normal));
            bench.Time.Now += TimeSpan.FromMinutes(7);
            var again = Assert.Single(await bench.ReceiveAsync(Lane.Normal));
            Assert.Equal(body, again.Body);
            Assert.True(await bench.Queue.DeleteAsync(again, Cancellation));
        }

        await bench.RunAsync(Lane.Normal, body);

        Assert.Equal(JobStatus.Poisoned, (await bench.Ledger.FindAsync(id, Cancellation))?.Status);
        Assert.Equal(0, await bench.Queue.CountAsync(bench.Options.Queues[Lane.Normal], Cancellation));
    }

    [Fact]
    public async Task A_state_that_cannot_be_read_is_told_to_the_host_which_shows_the_message_again()
    {
        using var bench = new LaneBench();
        var (_, body) = await bench.SubmitAsync(Lane.Webhook, "/media/a.mkv");
        bench.Tables.Fault = new StoreException("The account example does not answer.");

        await Assert.ThrowsAsync<StoreException>(() => bench.RunAsync(Lane.Webhook, body));
    }
}
