using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Jobs;

/// <summary>Counts the writes to tables and queues together, and cuts one of them off.</summary>
/// <param name="at">Number of the write, from 0.</param>
/// <param name="isMade">Whether it is made all the same, and only its answer lost.</param>
/// <param name="staysDown">Whether every write behind it fails too, as after a kill, until <see cref="Restart"/>.</param>
internal sealed class CutOff(int at, bool isMade, bool staysDown)
{
    private int writes;
    private bool isDown;

    public bool WasReached => writes > at;

    public void Restart() => isDown = false;

    public async Task<T> WriteAsync<T>(Func<Task<T>> write)
    {
        if (isDown)
        {
            throw Lost();
        }

        if (writes++ != at)
        {
            return await write();
        }

        isDown = staysDown;
        if (isMade)
        {
            await write();
        }

        throw Lost();
    }

    private static StoreException Lost() => new("the state does not answer");
}

internal sealed class CutOffTables(ITableStore tables, CutOff cut) : ITableStore
{
    public ValueTask<TableRow?> GetAsync(string table, string partitionKey, string rowKey, CancellationToken cancellationToken = default) =>
        tables.GetAsync(table, partitionKey, rowKey, cancellationToken);

    public ValueTask<TablePage> ListAsync(
        string table, string partitionKey, RowKeyRange range, int limit, string? continuation = null, CancellationToken cancellationToken = default) =>
        tables.ListAsync(table, partitionKey, range, limit, continuation, cancellationToken);

    public Task CommitAsync(string table, string partitionKey, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken = default) =>
        cut.WriteAsync(async () =>
        {
            await tables.CommitAsync(table, partitionKey, changes, cancellationToken);
            return true;
        });
}

internal sealed class CutOffQueue(IWorkQueue queue, CutOff cut) : IWorkQueue
{
    public Task SendAsync(string name, string body, TimeSpan delay = default, CancellationToken cancellationToken = default) =>
        cut.WriteAsync(async () =>
        {
            await queue.SendAsync(name, body, delay, cancellationToken);
            return true;
        });

    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(string name, int most, TimeSpan visibility, CancellationToken cancellationToken = default) =>
        cut.WriteAsync(() => queue.ReceiveAsync(name, most, visibility, cancellationToken));

    public Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibility, CancellationToken cancellationToken = default) =>
        cut.WriteAsync(() => queue.RenewAsync(message, visibility, cancellationToken));

    public Task<bool> DeleteAsync(WorkMessage message, CancellationToken cancellationToken = default) =>
        cut.WriteAsync(() => queue.DeleteAsync(message, cancellationToken));

    public ValueTask<long> CountAsync(string name, CancellationToken cancellationToken = default) => queue.CountAsync(name, cancellationToken);

    public ValueTask<DateTimeOffset?> WaitingSinceAsync(string name, CancellationToken cancellationToken = default) => queue.WaitingSinceAsync(name, cancellationToken);
}
