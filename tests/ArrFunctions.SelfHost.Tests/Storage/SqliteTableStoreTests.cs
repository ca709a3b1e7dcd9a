using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteTableStoreTests : TableStoreContract, IAsyncDisposable
{
    private readonly StateFolder folder = new();
    private readonly SqliteStateFile file;
    private readonly SqliteTableStore store;

    public SqliteTableStoreTests()
    {
        file = folder.Open();
        store = new(file);
    }

    protected override ITableStore Store => store;

    protected override long RowsRead => store.RowsRead;

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public void A_local_disk_gets_a_write_ahead_log() => Assert.Equal(SqliteJournal.Wal, file.Journal);

    [Fact]
    public async Task A_page_is_found_by_the_primary_key()
    {
        var plan = await file.ReadAsync(
            session =>
            {
                using var reader = session.Query(
                    "EXPLAIN QUERY PLAN " + SqliteTableStore.ListSql,
                    ("$table", "t"), ("$partition", "p"), ("$from", "a"), ("$to", "b"), ("$limit", 1));
                List<string> steps = [];
                while (reader.Read())
                {
                    steps.Add(reader.GetString(3));
                }

                return steps;
            },
            Cancellation);

        Assert.Equal(["SEARCH rows USING PRIMARY KEY (tbl=? AND pk=? AND rk>? AND rk<?)"], plan.Select(step => step.Replace("SEARCH TABLE", "SEARCH", StringComparison.Ordinal)), StringComparer.Ordinal);
    }
}
