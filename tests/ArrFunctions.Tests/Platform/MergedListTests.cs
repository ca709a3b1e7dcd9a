using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Platform;

public sealed class MergedListTests
{
    private readonly MemoryTableStore tables = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 32)]
    [InlineData(2, 32)]
    [InlineData(3, 7)]
    [InlineData(50, 32)]
    [InlineData(499, 3)]
    [InlineData(500, 1)]
    public async Task Pages_hold_every_row_once_and_in_order(int limit, int slices)
    {
        var seed = TestSettings.Seed;
        var random = new Random(seed);
        await AddAsync([.. Enumerable.Range(0, 1000).Select(n => (Slice: random.Next(slices), Order: $"{n:0000}"))]);

        var found = await ReadAsync(limit, slices);

        Assert.Equal(Enumerable.Range(0, 1000).Select(n => $"{n:0000}"), found);
    }

    [Fact]
    public async Task One_slice_that_holds_everything_is_read_page_by_page()
    {
        await AddAsync([.. Enumerable.Range(0, 1000).Select(n => (Slice: 5, Order: $"{n:0000}"))]);
        var before = tables.RowsRead;

        var page = await tables.ListMergedAsync(Slices(32), 50, "0499", Cancellation);

        Assert.Equal(Enumerable.Range(500, 50).Select(n => $"{n:0000}"), page.Rows.Select(found => found.Row.RowKey[2..]));
        Assert.InRange(tables.RowsRead - before, 50, 80);
    }

    [Fact]
    public async Task Slices_with_prefixes_of_different_lengths_are_merged_by_what_follows()
    {
        await tables.CommitAsync("Things", "p0", [new TableChange.Insert("a~1", "1"), new TableChange.Insert("long~2", "2"), new TableChange.Insert("a~3", "3")], Cancellation);

        var page = await tables.ListMergedAsync([new("Things", "p0", "long~"), new("Things", "p0", "a~")], 10, cursor: null, Cancellation);

        Assert.Equal(["a~1", "long~2", "a~3"], page.Rows.Select(found => found.Row.RowKey));
        Assert.Null(page.Cursor);
    }

    [Fact]
    public async Task Nothing_is_an_empty_page() => Assert.Equal(([], null), await tables.ListMergedAsync(Slices(32), 1, cursor: null, Cancellation) is var page ? (page.Rows.ToArray(), page.Cursor) : default);

    [Fact]
    public async Task The_last_full_page_has_no_cursor()
    {
        await AddAsync([(0, "1"), (1, "2")]);

        Assert.Null((await tables.ListMergedAsync(Slices(2), 2, cursor: null, Cancellation)).Cursor);
        Assert.Equal("1", (await tables.ListMergedAsync(Slices(2), 1, cursor: null, Cancellation)).Cursor);
    }

    private static List<TableSlice> Slices(int count) => [.. Enumerable.Range(0, count).Select(n => new TableSlice("Things", $"p{n}", "k~"))];

    private async Task<List<string>> ReadAsync(int limit, int slices)
    {
        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = await tables.ListMergedAsync(Slices(slices), limit, cursor, Cancellation);
            Assert.InRange(page.Rows.Count, 1, limit);
            found.AddRange(page.Rows.Select(row => row.Row.RowKey[2..]));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return found;
    }

    private async Task AddAsync(params (int Slice, string Order)[] rows)
    {
        foreach (var (slice, order) in rows)
        {
            await tables.CommitAsync("Things", $"p{slice}", [new TableChange.Insert($"k~{order}", "{}"), new TableChange.Insert($"x~{order}", "{}")], Cancellation);
        }
    }
}
