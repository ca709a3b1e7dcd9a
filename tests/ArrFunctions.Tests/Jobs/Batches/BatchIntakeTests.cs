using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.Tests.Jobs.Batches;

public sealed class BatchIntakeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_has_one_open_batch()
    {
        using var bench = new BatchBench(3);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => bench.AskAsync(), Cancellation)));

        var started = Assert.Single(receipts.OfType<BatchReceipt.Started>());
        Assert.All(receipts.OfType<BatchReceipt.Refused>(), refused => Assert.Equal((BatchObjection.Conflict, "folderBusy"), (refused.Objection.Why, refused.Objection.Code)));
        Assert.Contains(started.Batch.Id, receipts.OfType<BatchReceipt.Refused>().First().Objection.Reason, StringComparison.Ordinal);
        Assert.IsType<BatchReceipt.Started>(await bench.AskAsync("/other"));

        await bench.RunAsync(started.Batch.Id);
        Assert.IsType<BatchReceipt.Started>(await bench.AskAsync());
    }

    [Fact]
    public async Task A_retry_takes_the_folder_again_and_none_that_is_taken()
    {
        using var bench = new BatchBench(3, _ => Task.FromResult(JobBench.Failed()));
        var first = await bench.RunAsync((await bench.StartAsync()).Id);
        var second = await bench.StartAsync();
        Assert.Null(await bench.Ledger.RetryAsync(first, first.Counts, "key:test", Cancellation));

        await bench.RunAsync(second.Id);
        Assert.NotNull(await bench.Ledger.RetryAsync(first, first.Counts, "key:test", Cancellation));
        Assert.IsType<BatchReceipt.Refused>(await bench.AskAsync());
    }

    [Fact]
    public async Task More_than_a_few_open_ones_are_refused()
    {
        using var bench = new BatchBench(3);
        for (var folder = 0; folder < new BatchesOptions().MostOpen; folder++)
        {
            await bench.StartAsync($"/media/{folder}");
        }

        var refused = Assert.IsType<BatchReceipt.Refused>(await bench.AskAsync("/media/more"));
        Assert.Equal((BatchObjection.Full, "tooManyBatches"), (refused.Objection.Why, refused.Objection.Code));
    }

    [Fact]
    public async Task A_start_whose_message_is_lost_is_sent_again()
    {
        using var bench = new BatchBench(3);
        var batch = await bench.StartAsync();
        var queue = new BatchesOptions().Queue;
        Assert.Equal(1, await bench.Jobs.Queue.CountAsync(queue, Cancellation));
        Assert.False(await bench.Jobs.Sweep.IsDueAsync(Cancellation));

        var message = Assert.Single(await bench.Jobs.Queue.ReceiveAsync(queue, 1, JobLedger.Lease, Cancellation));
        await bench.Jobs.Queue.DeleteAsync(message, Cancellation);
        Assert.True(await bench.Jobs.Sweep.IsDueAsync(Cancellation));
        await bench.Jobs.Sweep.RunAtStartAsync(Cancellation);

        var again = Assert.Single(await bench.Jobs.Queue.ReceiveAsync(queue, 1, JobLedger.Lease, Cancellation));
        Assert.Equal(new BatchStart(batch.Id, 1), BatchStart.Parse(again.Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"batchId":"../x","attempt":1}""")]
    [InlineData("[1]")]
    public void Any_other_body_is_no_start(string body) => Assert.Null(BatchStart.Parse(body));
}
