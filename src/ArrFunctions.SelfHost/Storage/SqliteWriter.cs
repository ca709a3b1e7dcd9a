using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Metrics;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>The one thread of this process that writes. Writes that arrive together share a transaction, and so one flush to disk.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestGroup = 512;
    private const int LargestGroupBytes = 4 * 1024 * 1024;
    private readonly SqliteSession session;
    private readonly StateLocks locks;
    private readonly SqliteFailures failures;
    private readonly BlockingCollection<PendingWrite> pending = [];
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long groups;

    /// <summary>How long transactions took, to the end of their flush.</summary>
    internal TimeBuckets Times { get; } = new(StoreMetrics.CommitBounds);

    public SqliteWriter(SqliteSession session, StateLocks locks, SqliteFailures failures)
    {
        this.session = session;
        this.locks = locks;
        this.failures = failures;
        new Thread(Run) { Name = "State writer", IsBackground = true }.Start();
    }

    /// <summary>How many transactions there have been.</summary>
    internal long Groups => Interlocked.Read(ref groups);

    /// <summary>Runs <paramref name="work"/> on the writer's thread, within a transaction; completes when that is durable.</summary>
    /// <param name="work">Statements, and no waiting. What it throws, other than a failure of SQLite, undoes this write alone.</param>
    /// <param name="bytes">About how much it writes.</param>
    /// <param name="cancellationToken">Counts until the writing begins.</param>
    public Task WriteAsync(Action<SqliteSession> work, int bytes, CancellationToken cancellationToken)
    {
        var write = new PendingWrite(work, bytes, cancellationToken);
        try
        {
            pending.Add(write, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            throw new ObjectDisposedException("The state is closed.", exception);
        }

        return write.Done;
    }

    /// <summary>Takes nothing new, and completes when everything taken is written.</summary>
    [SuppressMessage("Usage", "VSTHRD003", Justification = "The writer's own thread completes it, which waits for no caller.")]
    public Task StopAsync()
    {
        pending.CompleteAdding();
        return stopped.Task;
    }

    public void Dispose() => pending.Dispose();

    private void Run()
    {
        PendingWrite? left = null;
        while (left is not null || pending.TryTake(out left, Timeout.Infinite))
        {
            Commit(Gather(left, out left));
        }

        stopped.SetResult();
    }

    private List<PendingWrite> Gather(PendingWrite first, out PendingWrite? left)
    {
        List<PendingWrite> group = [first];
        var bytes = first.Bytes;
        left = null;
        while (group.Count < LargestGroup && pending.TryTake(out var next))
        {
            bytes += next.Bytes;
            if (bytes > LargestGroupBytes)
            {
                left = next;
                break;
            }

            group.Add(next);
        }

        return group;
    }

    [SuppressMessage(
        "Design", "CA1031:Do not catch general exception types", Justification = "The thread must outlive any failed group, and its callers must hear of it.")]
    private void Commit(List<PendingWrite> group)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (failures.Damage is { } damage)
            {
                throw damage;
            }

            using var turn = locks.AcquireWrite();
            try
            {
                RollBack();
                session.Execute("BEGIN IMMEDIATE");
                foreach (var write in group)
                {
                    Apply(write);
                }

                session.Execute("COMMIT");
            }
            finally
            {
                RollBack();
            }
        }
        catch (Exception exception)
        {
            var explained = SqliteFailures.IsKnown(exception) ? failures.Explain(exception) : exception;
            group.ForEach(write => write.Fail(explained));
        }

        Times.Add(Stopwatch.GetElapsedTime(started));
        Interlocked.Increment(ref groups);
        group.ForEach(write => write.Complete());
    }

    /// <summary>A savepoint each: a conflict undoes its own batch and leaves the others of the group.</summary>
    private void Apply(PendingWrite write)
    {
        if (!write.Begin())
        {
            return;
        }

        session.Execute("SAVEPOINT write");
        try
        {
            write.Work(session);
        }
        catch (Exception exception) when (exception is not SqliteException)
        {
            session.Execute("ROLLBACK TO write");
            write.Fail(exception);
        }

        session.Execute("RELEASE write");
    }

    private void RollBack()
    {
        if (session.InTransaction)
        {
            session.Execute("ROLLBACK");
        }
    }

    private sealed class PendingWrite(Action<SqliteSession> work, int bytes, CancellationToken cancellationToken)
    {
        private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? failure;

        public Action<SqliteSession> Work { get; } = work;

        public int Bytes { get; } = bytes;

        [SuppressMessage("Usage", "VSTHRD003", Justification = "The writer's own thread completes it, which waits for no caller.")]
        public Task Done => completion.Task;

        /// <summary>False when the caller has given up.</summary>
        public bool Begin() => !cancellationToken.IsCancellationRequested || !completion.TrySetCanceled(cancellationToken);

        /// <summary>Notes the first failure; the caller hears of it when the group is over.</summary>
        public void Fail(Exception exception) => failure ??= exception;

        public void Complete() => _ = failure is null ? completion.TrySetResult() : completion.TrySetException(failure);
    }
}
