using System.Globalization;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Shared;

/// <summary>What every table store lets be read as a whole; each implementation runs it on a store that is empty.</summary>
public abstract class TableScanContract
{
    private const string Table = "Things";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract ITableStore Store { get; }

    /// <summary>The same rows.</summary>
    protected abstract ITableScan Scan { get; }

    [Fact]
    public async Task A_store_without_rows_has_no_tables_and_a_table_without_rows_is_empty()
    {
        Assert.Empty(await Scan.TablesAsync(Cancellation));
        Assert.Empty(await Scan.ScanAsync(Table, 10, after: null, Cancellation));
    }

    [Fact]
    public async Task Tables_with_a_row_come_in_ordinal_order()
    {
        foreach (var table in (string[])["Things", "Abc", "Others", "Emptied", "Thing2"])
        {
            await Store.CommitAsync(table, "p", [new TableChange.Insert("a", "1")], Cancellation);
        }

        await Store.CommitAsync("Emptied", "p", [new TableChange.Delete("a")], Cancellation);
        await Store.CommitAsync("tHINGS", "q", [new TableChange.Insert("a", "1")], Cancellation);

        Assert.Equal(["Abc", "Others", "Thing2", "Things"], await Scan.TablesAsync(Cancellation), StringComparer.Ordinal);
        Assert.Equal(2, (await Scan.ScanAsync("tHings", 10, after: null, Cancellation)).Count);
    }

    [Fact]
    public async Task Rows_come_with_content_and_etag_as_they_are_read_one_by_one()
    {
        await Insert("p", "a", """{"title":"Über „Ω“ 🎬","n":1}""");

        var row = Assert.Single(await Scan.ScanAsync(Table, 10, after: null, Cancellation));

        Assert.Equal(await Store.GetAsync(Table, "p", "a", Cancellation), row);
    }

    [Fact]
    public async Task Rows_of_all_partitions_come_in_ordinal_order_and_those_of_other_tables_do_not()
    {
        (string, string)[] keys = [("b", "1"), ("B", "2"), ("a~", "z"), ("a", "b"), ("a", "a"), ("a ", "c"), ("a", "a "), ("10", "~"), ("9", "_")];
        foreach (var (partition, row) in keys)
        {
            await Insert(partition, row);
        }

        await Store.CommitAsync("Thing", "a", [new TableChange.Insert("a0", "1")], Cancellation);
        await Store.CommitAsync("Things2", "a", [new TableChange.Insert("a0", "1")], Cancellation);

        (string, string)[] expected = [("10", "~"), ("9", "_"), ("B", "2"), ("a", "a"), ("a", "a "), ("a", "b"), ("a ", "c"), ("a~", "z"), ("b", "1")];
        foreach (var limit in (int[])[1, 2, 3, 9, 1000])
        {
            Assert.Equal(expected, (await All(limit)).Select(row => (row.PartitionKey, row.RowKey)));
        }
    }

    [Fact]
    public async Task A_page_goes_on_behind_a_row_that_is_gone()
    {
        foreach (var (partition, row) in ((string, string)[])[("a", "1"), ("a", "2"), ("b", "1"), ("b", "3"), ("c", "1")])
        {
            await Insert(partition, row);
        }

        await Store.CommitAsync(Table, "b", [new TableChange.Delete("1")], Cancellation);

        Assert.Equal([("b", "3"), ("c", "1")], await Keys(new("b", "1")));
        Assert.Equal([("b", "3"), ("c", "1")], await Keys(new("a", "3")));
        Assert.Equal([("c", "1")], await Keys(new("bb", "9")));
        Assert.Empty(await Keys(new("c", "1")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_1_to_1000_rows(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Scan.ScanAsync(Table, limit, after: null, Cancellation));

    [Fact]
    public async Task A_bad_table_or_key_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Scan.ScanAsync("a-b-c", 1, after: null, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Scan.ScanAsync(Table, 1, new("a/b", "a"), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Scan.ScanAsync(Table, 1, new("a", "a#"), Cancellation));
    }

    [Fact]
    public async Task Of_3000_rows_in_30_partitions_each_comes_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(partition => Store.CommitAsync(
            Table, Number(partition), [.. Enumerable.Range(0, 100).Select(row => new TableChange.Insert(Number(row), Number(partition * row)))], Cancellation)));

        var rows = await All(limit: 999);

        Assert.Equal(
            Enumerable.Range(0, 3000).Select(n => (Number(n / 100), Number(n % 100), Number(n / 100 * (n % 100)))),
            rows.Select(row => (row.PartitionKey, row.RowKey, row.Content)));
    }

    private static string Number(int number) => number.ToString("0000", CultureInfo.InvariantCulture);

    private Task Insert(string partition, string row, string content = "1") =>
        Store.CommitAsync(Table, partition, [new TableChange.Insert(row, content)], Cancellation);

    private async Task<List<TableRow>> All(int limit)
    {
        List<TableRow> rows = [];
        IReadOnlyList<TableRow> page;
        do
        {
            page = await Scan.ScanAsync(Table, limit, rows is [.., var last] ? new(last.PartitionKey, last.RowKey) : null, Cancellation);
            Assert.InRange(page.Count, 0, limit);
            rows.AddRange(page);
        }
        while (page.Count == limit);

        return rows;
    }

    private async Task<IEnumerable<(string, string)>> Keys(TableKeys after) =>
        (await Scan.ScanAsync(Table, 10, after, Cancellation)).Select(row => (row.PartitionKey, row.RowKey));
}
