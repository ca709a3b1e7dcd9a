using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Copies the state while it is worked on: with its messages, leases and ETags, as they are at one instant.</summary>
/// <remarks>
/// With a write-ahead log a reader keeps its instant while others write, so nobody waits; the log grows meanwhile by what is written. With a
/// rollback journal a reader and a writer exclude each other: there the copy takes the turn of the writers, who wait for it in order.
/// </remarks>
internal sealed class SqliteCopy(SqliteStateFile file, SqliteOptions options, TimeProvider clock) : IStateCopy
{
    public string Entry => BackupEntry.Sqlite;

    public Task<long> SizeAsync(CancellationToken cancellationToken) => Task.FromResult(options.Size);

    /// <exception cref="StoreException">The state cannot be read, or another process kept it locked.</exception>
    public Task<CopiedState> CopyAsync(string path, CancellationToken cancellationToken) => Task.Run(() => Copy(path), cancellationToken);

    public Task<CopiedState> CheckAsync(string path, CancellationToken cancellationToken) => Task.Run(() => SqliteCopying.Check(path), cancellationToken);

    private CopiedState Copy(string path)
    {
        try
        {
            using var turn = file.Journal is SqliteJournal.Delete ? new StateLocks(options).AcquireWrite() : null;
            using var session = SqliteSession.OpenCopier(options);
            return SqliteCopying.Copy(session, path, clock);
        }
        catch (Exception failure) when (SqliteFailures.IsKnown(failure))
        {
            throw new SqliteFailures(options).Explain(failure);
        }
    }
}
