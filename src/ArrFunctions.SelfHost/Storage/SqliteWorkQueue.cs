using System.Text;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Queues as rows of one SQLite table.</summary>
internal sealed class SqliteWorkQueue(SqliteStateFile file, TimeProvider clock) : IWorkQueue
{
    internal const string VisibleSql =
        "SELECT id, body, dequeue_count FROM messages WHERE queue = $queue AND visible_at <= $now ORDER BY visible_at, id LIMIT $most";

    internal const string NextSql = "SELECT min(visible_at) FROM messages WHERE queue = $queue";
    internal const string CountSql = "SELECT count(*) FROM messages WHERE queue = $queue";
    private const string SendSql = "INSERT INTO messages (queue, visible_at, body) VALUES ($queue, $visible, $body)";

    private const string TakeSql =
        "UPDATE messages SET visible_at = $visible, receipt = $receipt, dequeue_count = dequeue_count + 1 WHERE id = $id";

    private const string Leased = "WHERE id = $id AND queue = $queue AND receipt = $leased";
    private const string RenewSql = "UPDATE messages SET visible_at = $visible, receipt = $receipt " + Leased;
    private const string DeleteSql = "DELETE FROM messages " + Leased;

    private const string ReleaseSql = "UPDATE messages SET visible_at = min(visible_at, $now), receipt = NULL WHERE receipt IS NOT NULL OR visible_at > $latest";

    /// <summary>Nobody sends or gives back a message with a longer one: what is to be seen later was sent while the clock was ahead.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    // About what a change of one message writes besides its body.
    private const int MessageBytes = 256;
    private readonly Arrivals arrivals = new();
    private readonly QueueTime time = new(clock);
    private long messagesRead;

    internal long MessagesRead => Interlocked.Read(ref messagesRead);

    public async Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckMessage(queue, body, delay);
        await file.WriteAsync(
            session => session.Execute(SendSql, ("$queue", queue), ("$visible", FromNow(delay)), ("$body", body)),
            Encoding.UTF8.GetByteCount(body) + MessageBytes,
            cancellationToken);
        arrivals.Announce(queue);
    }

    /// <remarks>Nothing is written when nothing is visible.</remarks>
    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        string queue, int most, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckReceive(queue, most, visibility);
        List<WorkMessage> taken = [];
        if (await NextVisibleAsync(queue, cancellationToken) <= time.Now())
        {
            await file.WriteAsync(session => Take(session, queue, most, visibility, taken), most * MessageBytes, cancellationToken);
        }

        return taken;
    }

    public async Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckDelay(visibility, nameof(visibility));
        var receipt = WorkMessage.NewReceipt();
        var renewed = false;
        await file.WriteAsync(
            session => renewed = session.Execute(
                RenewSql,
                ("$id", message.Id), ("$queue", message.Queue), ("$leased", message.Receipt), ("$receipt", receipt), ("$visible", FromNow(visibility))) > 0,
            MessageBytes,
            cancellationToken);
        arrivals.Announce(message.Queue);
        return renewed ? message with { Receipt = receipt } : null;
    }

    public async Task<bool> DeleteAsync(WorkMessage message, CancellationToken cancellationToken = default)
    {
        var deleted = false;
        await file.WriteAsync(
            session => deleted = session.Execute(DeleteSql, ("$id", message.Id), ("$queue", message.Queue), ("$leased", message.Receipt)) > 0,
            MessageBytes,
            cancellationToken);
        return deleted;
    }

    public ValueTask<long> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckQueue(queue);
        return file.ReadAsync(session => (long)session.Scalar(CountSql, ("$queue", queue))!, cancellationToken);
    }

    public async ValueTask<DateTimeOffset?> WaitingSinceAsync(string queue, CancellationToken cancellationToken = default) =>
        await NextVisibleAsync(queue, cancellationToken) is { } next && next <= clock.GetUtcNow() ? next : null;

    /// <summary>When the next message is visible, or was first; null when there is none.</summary>
    public ValueTask<DateTimeOffset?> NextVisibleAsync(string queue, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckQueue(queue);
        return file.ReadAsync(
            session => session.Scalar(NextSql, ("$queue", queue)) is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : (DateTimeOffset?)null,
            cancellationToken);
    }

    /// <summary>Completes when a message is visible, when the queue has changed in this process, or after <paramref name="most"/>: time to receive again.</summary>
    /// <remarks>What another process sends is seen after <paramref name="most"/>.</remarks>
    public async Task WaitAsync(string queue, TimeSpan most, CancellationToken cancellationToken = default)
    {
        var change = arrivals.Next(queue);
        var left = await NextVisibleAsync(queue, cancellationToken) - time.Now();
        var wait = left < most ? left.Value : most;
        if (wait > TimeSpan.Zero)
        {
            // In whole milliseconds, as timers count: rounded down, it would end too early and be asked again at once.
            var rounded = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
            await change.WaitAsync(rounded, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Shows every received message at once and voids its receipt; for the start, when nobody holds one any more. Delayed messages stay delayed.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ReleaseHeldAsync(CancellationToken cancellationToken = default)
    {
        var released = 0;
        await file.WriteAsync(session => released = session.Execute(ReleaseSql, ("$now", FromNow(TimeSpan.Zero)), ("$latest", FromNow(LongestDelay))), 0, cancellationToken);
        arrivals.AnnounceAll();
        return released;
    }

    private void Take(SqliteSession session, string queue, int most, TimeSpan visibility, List<WorkMessage> taken)
    {
        using (var reader = session.Query(VisibleSql, ("$queue", queue), ("$now", FromNow(TimeSpan.Zero)), ("$most", most)))
        {
            while (reader.Read())
            {
                Interlocked.Increment(ref messagesRead);
                taken.Add(new(queue, reader.GetString(0), reader.GetString(1), reader.GetInt32(2) + 1, WorkMessage.NewReceipt()));
            }
        }

        foreach (var message in taken)
        {
            session.Execute(TakeSql, ("$id", message.Id), ("$visible", FromNow(visibility)), ("$receipt", message.Receipt));
        }
    }

    private long FromNow(TimeSpan delay) => (time.Now() + delay).UtcTicks;
}
