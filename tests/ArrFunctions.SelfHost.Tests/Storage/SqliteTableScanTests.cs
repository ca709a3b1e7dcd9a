using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteTableScanTests() : SqliteTableScanContract(SqliteJournal.Wal)
{
    [Fact]
    public async Task Tables_and_pages_are_found_by_the_primary_key_without_sorting()
    {
        Assert.Equal(
            ["SEARCH rows USING PRIMARY KEY (tbl=? AND (pk,rk)>(?,?))"],
            await PlanAsync(SqliteScan.PageSql, ("$table", "t"), ("$partition", "p"), ("$row", "a"), ("$limit", 1)));
        Assert.Equal(["SEARCH rows USING PRIMARY KEY (tbl>?)"], await PlanAsync(SqliteScan.NextTableSql, ("$table", "t")));
    }

    [Fact]
    public async Task A_snapshot_does_not_see_what_is_written_meanwhile_and_holds_up_nobody()
    {
        await Store.CommitAsync("Things", "p", [new TableChange.Insert("a", "1"), new TableChange.Insert("b", "1")], Cancellation);
        using var snapshot = SqliteSnapshot.Open(Options);

        await Store.CommitAsync("Things", "p", [new TableChange.Upsert("a", "2"), new TableChange.Delete("b"), new TableChange.Insert("c", "2")], Cancellation);
        await Store.CommitAsync("Others", "p", [new TableChange.Insert("a", "2")], Cancellation);

        Assert.Equal(["Things"], await snapshot.TablesAsync(Cancellation));
        Assert.Equal([("a", "1"), ("b", "1")], (await snapshot.ScanAsync("Things", 10, after: null, Cancellation)).Select(row => (row.RowKey, row.Content)));
        Assert.Equal("2", (await Store.GetAsync("Things", "p", "a", Cancellation))?.Content);
    }

    private ValueTask<List<string>> PlanAsync(string sql, params (string, object)[] parameters) => File.ReadAsync(
        session =>
        {
            using var reader = session.Query("EXPLAIN QUERY PLAN " + sql, parameters);
            List<string> steps = [];
            while (reader.Read())
            {
                steps.Add(reader.GetString(3).Replace("SEARCH TABLE", "SEARCH", StringComparison.Ordinal));
            }

            return steps;
        },
        Cancellation);
}
