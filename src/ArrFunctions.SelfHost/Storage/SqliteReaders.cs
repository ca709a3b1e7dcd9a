using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>A few connections that only read, opened when they are first needed.</summary>
internal sealed class SqliteReaders(SqliteOptions options, SqliteFailures failures) : IAsyncDisposable
{
    // A read takes microseconds and each connection has its own cache: few are enough.
    private const int Most = 4;
    private readonly SemaphoreSlim free = new(Most);
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private bool closed;

    /// <summary>Runs <paramref name="read"/> on the caller's thread: reading a local file has no asynchronous form in SQLite.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        SqliteSession? session = null;
        try
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteStateFile));
            session = idle.TryTake(out var taken) ? taken : SqliteSession.OpenReader(options);
            return read(session);
        }
        catch (SqliteException exception)
        {
            throw failures.Explain(exception);
        }
        finally
        {
            if (session is not null)
            {
                idle.Add(session);
            }

            free.Release();
        }
    }

    /// <summary>Waits for the reads that run, then closes; later reads are refused.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var taken = 0; taken < Most; taken++)
        {
            await free.WaitAsync();
        }

        closed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }

        free.Release(Most);
    }
}
