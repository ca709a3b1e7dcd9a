using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>The SQLite file in the data folder, open. Several processes may have it open; one writes at a time.</summary>
internal sealed partial class SqliteStateFile(
    SqliteOptions options, ILogger logger, SqliteFailures failures, StateLocks locks, KernelLock membership, SqliteSession session) : IAsyncDisposable
{
    private readonly SqliteReaders readers = new(options, failures);
    private bool disposed;

    /// <summary>The journal in use: SQLite may have refused the one asked for.</summary>
    public required SqliteJournal Journal { get; init; }

    /// <summary>Whether the file was checked at opening, because the last stop was not clean.</summary>
    public required bool WasChecked { get; init; }

    internal SqliteWriter Writer { get; } = new(session, locks, failures);

    /// <inheritdoc cref="SqliteOpening.Open"/>
    public static SqliteStateFile Open(SqliteOptions options, ILogger<SqliteStateFile> logger) => SqliteOpening.Open(options, logger);

    /// <inheritdoc cref="SqliteWriter.WriteAsync"/>
    public Task WriteAsync(Action<SqliteSession> work, int bytes, CancellationToken cancellationToken) =>
        Writer.WriteAsync(work, bytes, cancellationToken);

    /// <inheritdoc cref="SqliteReaders.ReadAsync"/>
    public ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken) =>
        readers.ReadAsync(read, cancellationToken);

    /// <summary>Writes what is pending and closes. The last to close leaves one file without a log, and the mark of a clean stop.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        await Writer.StopAsync();
        await readers.DisposeAsync();
        try
        {
            using var turn = locks.AcquireWrite();
            session.KeepLogAtClose(keep: false);
            membership.Dispose();
            var (isLast, mark) = (locks.NobodyJoined(), new StopMark(options));
            if (isLast)
            {
                mark.Clear(); // The log goes with the last connection, in order.
            }

            session.Dispose();
            if (isLast && failures.Damage is null)
            {
                mark.Set();
            }
        }
        catch (Exception exception) when (SqliteFailures.IsKnown(exception))
        {
            Log.NotStoppedCleanly(logger, exception, options.DatabasePath);
        }

        session.Dispose();
        membership.Dispose();
        Writer.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Path} could not be closed in order; the next start checks it.")]
        public static partial void NotStoppedCleanly(ILogger logger, Exception exception, string path);
    }
}
