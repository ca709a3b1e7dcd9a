using ArrFunctions.Platform;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>The state of one instant, whatever is written meanwhile; for one reader. Where the journal is <see cref="SqliteJournal.Delete"/>, nobody can write until it is closed.</summary>
internal sealed class SqliteSnapshot : ITableScan, IDisposable
{
    private readonly SqliteSession session;
    private readonly SqliteFailures failures;

    private SqliteSnapshot(SqliteSession session, SqliteFailures failures) => (this.session, this.failures) = (session, failures);

    /// <param name="options">Of a state file that is open.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static SqliteSnapshot Open(SqliteOptions options)
    {
        var failures = new SqliteFailures(options);
        try
        {
            var snapshot = new SqliteSnapshot(SqliteSession.OpenReader(options), failures);
            snapshot.session.Execute("BEGIN");
            _ = snapshot.session.Scalar("SELECT count(*) FROM (SELECT 1 FROM rows LIMIT 1)"); // The instant is that of the first read.
            return snapshot;
        }
        catch (SqliteException exception)
        {
            throw failures.Explain(exception);
        }
    }

    public ValueTask<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken = default) => Read(SqliteScan.Tables, cancellationToken);

    public ValueTask<IReadOnlyList<TableRow>> ScanAsync(string table, int limit, TableKeys? after = null, CancellationToken cancellationToken = default)
    {
        TableRules.CheckScan(table, limit, after);
        return Read(open => SqliteScan.Page(open, table, limit, after), cancellationToken);
    }

    public void Dispose() => session.Dispose();

    private ValueTask<T> Read<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return ValueTask.FromResult(read(session));
        }
        catch (SqliteException exception)
        {
            throw failures.Explain(exception);
        }
    }
}
