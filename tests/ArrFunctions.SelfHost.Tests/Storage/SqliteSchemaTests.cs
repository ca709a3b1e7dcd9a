using ArrFunctions.SelfHost.Storage;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteSchemaTests : IDisposable
{
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_version_1_keeps_its_rows_and_gets_queues()
    {
        Directory.CreateDirectory(folder.Path);
        Execute("""
            CREATE TABLE rows (
                tbl TEXT NOT NULL COLLATE NOCASE, pk TEXT NOT NULL, rk TEXT NOT NULL, etag TEXT NOT NULL, content TEXT NOT NULL,
                PRIMARY KEY (tbl, pk, rk)) WITHOUT ROWID;
            INSERT INTO rows VALUES ('Things', 'p', 'a', '0123', '{"kept":true}');
            PRAGMA user_version=1;
            """);

        // The second opening finds the present version.
        foreach (var count in new[] { 1, 2 })
        {
            await using var file = folder.Open();
            var queue = new SqliteWorkQueue(file, TimeProvider.System);
            await queue.SendAsync("jobs", "a", cancellationToken: Cancellation);

            Assert.Equal(count, await queue.CountAsync("jobs", Cancellation));
            var row = await new SqliteTableStore(file).GetAsync("Things", "p", "a", Cancellation);
            Assert.Equal(("0123", """{"kept":true}"""), (row!.ETag, row.Content));
            Assert.Equal(SqliteSchema.Version, await file.ReadAsync(session => session.Scalar("PRAGMA user_version"), Cancellation));
        }
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_file_as_it_was()
    {
        Directory.CreateDirectory(folder.Path);
        Execute("CREATE TABLE x (y); CREATE INDEX messages_by_visibility ON x (y)");

        Assert.ThrowsAny<Exception>(() => folder.Open());

        Execute("DROP TABLE x");
        await using var file = folder.Open();
        Assert.Equal(SqliteSchema.Version, await file.ReadAsync(session => session.Scalar("PRAGMA user_version"), Cancellation));
    }

    private void Execute(string sql)
    {
        _ = SqliteLibrary.Current;
        using var connection = new SqliteConnection($"Data Source={folder.Options.DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
