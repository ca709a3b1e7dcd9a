using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteTableStoreTests() : SqliteTableStoreContract()
{
    [Fact]
    public void A_local_disk_gets_a_write_ahead_log() => Assert.Equal(SqliteJournal.Wal, File.Journal);

    [Fact]
    public async Task A_page_is_found_by_the_primary_key()
    {
        var plan = await File.ReadAsync(
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
