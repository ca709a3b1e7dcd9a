using ArrFunctions.FunctionApp.Storage;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.FunctionApp.Tests.Storage.Azurite;

public sealed class AzuriteTableStoreTests(AzuriteServer azurite) : TableStoreContract
{
    private readonly AzureTableStore store = new(azurite.OpenTables());

    protected override ITableStore Store => store;

    protected override long RowsRead => store.RowsRead;

    protected override int ManyRows => 10_000;

    [Theory]
    [InlineData("it's")]
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
        await store.CommitAsync("Things", key, [new TableChange.Replace(key, "2", row!.ETag)], Cancellation);
        await store.CommitAsync("Things", key, [new TableChange.Upsert(key, "3")], Cancellation);

        Assert.Equal((key, "3"), ((await store.GetAsync("Things", key, key, Cancellation))!.RowKey, (await store.GetAsync("Things", key, key, Cancellation))!.Content));

        await store.CommitAsync("Things", key, [new TableChange.Delete(key)], Cancellation);
        Assert.Null(await store.GetAsync("Things", key, key, Cancellation));
    }

    [Fact]
    public async Task The_tables_with_a_row_are_named_and_read_as_a_whole()
    {
        await store.CommitAsync("Things", "b", [new TableChange.Insert("1", "1")], Cancellation);
        await store.CommitAsync("Things", "a", [new TableChange.Insert("1", "1"), new TableChange.Insert("2", "1")], Cancellation);
        await store.CommitAsync("Emptied", "p", [new TableChange.Upsert("a", "1")], Cancellation);
        await store.CommitAsync("Emptied", "p", [new TableChange.Delete("a")], Cancellation);

        Assert.Equal(["Things"], await store.TablesAsync(Cancellation));
        Assert.Equal(
            [("a", "2"), ("b", "1")], (await store.ScanAsync("Things", 10, new("a", "1"), Cancellation)).Select(row => (row.PartitionKey, row.RowKey)));
    }
}
