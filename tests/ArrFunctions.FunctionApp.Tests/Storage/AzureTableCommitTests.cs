using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using Azure.Data.Tables;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>What the contract does not see: how many requests it takes, answers that are lost, keys that a service may read otherwise.</summary>
public sealed class AzureTableCommitTests
{
    private readonly FakeTableService service = new();
    private readonly AzureTableStore store;

    public AzureTableCommitTests() => store = new(service);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_with_deletes_of_absent_rows_is_made_without_them_and_as_a_whole()
    {
        await Commit(new TableChange.Insert("kept", "1"), new TableChange.Insert("going", "1"));

        await Commit(
            new TableChange.Delete("absent"),
            new TableChange.Upsert("kept", "2"),
            new TableChange.Delete("absent too"),
            new TableChange.Delete("going"),
            new TableChange.Insert("new", "2"));

        Assert.Equal(["kept", "new"], (await List()).Select(row => row.RowKey));
    }

    [Fact]
    public async Task A_conflict_behind_a_delete_of_an_absent_row_names_its_own_row()
    {
        await Commit(new TableChange.Insert("taken", "1"));

        var conflict = await Assert.ThrowsAsync<TableConflictException>(
            () => Commit(new TableChange.Delete("absent"), new TableChange.Upsert("new", "1"), new TableChange.Insert("taken", "2")));

        Assert.Equal(("taken", TableConflict.RowExists), (conflict.RowKey, conflict.Conflict));
        Assert.Equal(["taken"], (await List()).Select(row => row.RowKey));
    }

    [Fact]
    public async Task Only_deletes_of_absent_rows_change_nothing()
    {
        await Commit(new TableChange.Delete("a"), new TableChange.Delete("b"));

        Assert.Empty(await List());
    }

    [Fact]
    public async Task A_table_is_made_by_its_first_write_and_costs_later_writes_nothing()
    {
        Assert.Empty(await List());
        Assert.Empty(await store.TablesAsync(Cancellation));
        await Commit(new TableChange.Insert("a", "1"));
        service.Transactions = 0;

        await Commit(new TableChange.Insert("b", "1"));

        Assert.Equal(1, service.Transactions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_batch_whose_answer_was_lost_is_no_conflict_with_itself(int lostAnswers)
    {
        await Commit(new TableChange.Insert("old", "1"), new TableChange.Insert("going", "1"));
        var old = await Get("old");
        service.LostAnswers = lostAnswers;

        await Commit(new TableChange.Delete("going", (await Get("going"))!.ETag), new TableChange.Replace("old", "2", old!.ETag), new TableChange.Insert("new", "2"));

        Assert.Equal([("new", "2"), ("old", "2")], (await List()).Select(row => (row.RowKey, row.Content)));
    }

    [Fact]
    public async Task The_same_content_of_another_writer_is_a_conflict()
    {
        await Commit(new TableChange.Insert("a", "1"));

        await Assert.ThrowsAsync<TableConflictException>(() => Commit(new TableChange.Insert("a", "1")));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("''")]
    [InlineData("100%")]
    [InlineData("a%41")]
    [InlineData("a+b c")]
    [InlineData("a&b=c;d,e")]
    [InlineData("\"a\"<b>{c}|^`~")]
    [InlineData("(a)$@!*:[]")]
    public async Task A_key_of_any_characters_lives_through_all_changes(string key)
    {
        await store.CommitAsync("Things", key, [new TableChange.Insert(key, "1")], Cancellation);
        var row = await store.GetAsync("Things", key, key, Cancellation);
        Assert.Equal((key, key, "1"), (row!.PartitionKey, row.RowKey, row.Content));

        await store.CommitAsync("Things", key, [new TableChange.Replace(key, "2", row.ETag)], Cancellation);
        await store.CommitAsync("Things", key, [new TableChange.Upsert(key, "3")], Cancellation);
        Assert.Equal("3", Assert.Single((await store.ListAsync("Things", key, RowKeyRange.Prefix(key), 10, continuation: null, Cancellation)).Rows).Content);
        Assert.Equal(key, Assert.Single(await store.ScanAsync("Things", 10, after: null, Cancellation)).RowKey);

        await store.CommitAsync("Things", key, [new TableChange.Delete(key)], Cancellation);
        Assert.Null(await store.GetAsync("Things", key, key, Cancellation));
    }

    [Fact]
    public async Task A_shorter_content_leaves_nothing_of_a_longer_one()
    {
        await Commit(new TableChange.Insert("a", new string('1', 200_000)));

        await Commit(new TableChange.Upsert("a", new string('2', 40_000)));

        Assert.Equal(new string('2', 40_000), (await Get("a"))!.Content);
    }

    [Fact]
    public async Task A_page_of_1000_rows_asks_for_no_more_than_an_answer_has()
    {
        for (var n = 0; n < 1100; n += 100)
        {
            await Commit([.. Enumerable.Range(n, 100).Select(each => new TableChange.Insert($"{each:0000}", "1"))]);
        }

        var page = await store.ListAsync("Things", "p", RowKeyRange.All, 1000, continuation: null, Cancellation);

        Assert.Equal((1000, "0999"), (page.Rows.Count, page.Continuation));
        Assert.Equal(1001, store.RowsRead);
    }

    [Fact]
    public async Task Tables_of_others_in_the_same_account_are_not_ours_and_their_rows_are_refused()
    {
        var hostLogs = service.GetTableClient("AzureWebJobsHostLogs");
        await hostLogs.CreateIfNotExistsAsync(Cancellation);
        await hostLogs.SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", "a") { ["Input"] = "1" })], Cancellation);
        await Commit(new TableChange.Insert("a", "1"));
        await store.CommitAsync("Emptied", "p", [new TableChange.Insert("a", "1")], Cancellation);
        await store.CommitAsync("Emptied", "p", [new TableChange.Delete("a")], Cancellation);

        Assert.Equal(["Things"], await store.TablesAsync(Cancellation));
        var refusal = await Assert.ThrowsAsync<StoreException>(async () => await store.GetAsync("AzureWebJobsHostLogs", "p", "a", Cancellation));
        Assert.Contains("was not written by ArrFunctions", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_goes_on_behind_a_row_through_the_partitions()
    {
        foreach (var (partition, row) in ((string, string)[])[("a", "1"), ("a", "2"), ("b", "1"), ("a ", "3"), ("B", "1")])
        {
            await store.CommitAsync("Things", partition, [new TableChange.Insert(row, "1")], Cancellation);
        }

        List<TableRow> rows = [];
        while (await store.ScanAsync("Things", 2, rows is [.., var last] ? new(last.PartitionKey, last.RowKey) : null, Cancellation) is { Count: > 0 } page)
        {
            Assert.Equal(Math.Min(2, 5 - rows.Count), page.Count);
            rows.AddRange(page);
        }

        Assert.Equal([("B", "1"), ("a", "1"), ("a", "2"), ("a ", "3"), ("b", "1")], rows.Select(row => (row.PartitionKey, row.RowKey)));
    }

    private Task Commit(params TableChange[] changes) => store.CommitAsync("Things", "p", changes, Cancellation);

    private ValueTask<TableRow?> Get(string rowKey) => store.GetAsync("Things", "p", rowKey, Cancellation);

    private async Task<IReadOnlyList<TableRow>> List() => (await store.ListAsync("Things", "p", RowKeyRange.All, 1000, continuation: null, Cancellation)).Rows;
}
