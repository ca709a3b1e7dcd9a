using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs;

/// <summary>Rows of jobs were lost with a damaged state: what follows from the others fits them again.</summary>
public sealed class JobRepairTests : IDisposable
{
    private readonly JobBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Partition => JobId.PartitionOf(JobBench.IdOf(1));

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Nothing_is_written_where_nothing_was_lost()
    {
        await bench.SubmitAsync();

        Assert.Equal(0, await bench.Store.RepairAsync(Cancellation));
    }

    [Fact]
    public async Task A_queued_job_that_lost_its_lists_is_worked_on()
    {
        await bench.SubmitAsync();
        await RemoveAsync("s~");
        await RemoveAsync("t~");

        await bench.Store.RepairAsync(Cancellation);

        Assert.Equal(1, await bench.Store.CountAsync(JobGroup.Queued(Lane.Webhook), most: 10, Cancellation));
        Assert.NotEmpty(await RowsAsync("t~"));
    }

    [Fact]
    public async Task A_row_that_is_no_job_any_more_goes_and_the_others_stay()
    {
        await bench.SubmitAsync();
        await bench.Tables.CommitAsync("Jobs", Partition, [new TableChange.Insert("j~zz", """{"title":"x"}""")], Cancellation);

        Assert.Equal(1, await bench.Store.RepairAsync(Cancellation));

        Assert.Equal(1, await bench.Store.CountAsync(JobGroup.Queued(Lane.Webhook), most: 10, Cancellation));
        Assert.Single(await RowsAsync("j~"));
    }

    [Fact]
    public async Task The_lists_of_a_job_that_is_gone_are_gone()
    {
        await bench.SubmitAsync();
        await RemoveAsync("j~");

        await bench.Store.RepairAsync(Cancellation);

        Assert.Empty(await RowsAsync("s~"));
        Assert.Empty(await RowsAsync("t~"));
    }

    [Fact]
    public void A_page_does_not_wait_for_items_that_are_gone()
    {
        var before = new BatchCounts { Queued = 3, Running = 1, Waiting = 1, Changed = 7, Failed = 2 };

        var after = before.Without(new BatchCounts { Queued = 1, Changed = 4 });

        Assert.Equal(new BatchCounts { Queued = 1, Changed = 7, Failed = 6 }, after);
        Assert.Equal(before.Total, after.Total);
    }

    private async Task RemoveAsync(string prefix)
    {
        foreach (var row in await RowsAsync(prefix))
        {
            await bench.Tables.CommitAsync(JobStore.Table, Partition, [new TableChange.Delete(row)], Cancellation);
        }
    }

    private async Task<List<string>> RowsAsync(string prefix) => await bench.Tables
        .ReadAllAsync(JobStore.Table, Partition, RowKeyRange.Prefix(prefix), Cancellation).Select(static row => row.RowKey).ToListAsync(Cancellation);
}
