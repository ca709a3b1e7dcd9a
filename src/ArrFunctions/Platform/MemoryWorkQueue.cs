using System.Globalization;

namespace ArrFunctions.Platform;

/// <summary>Queues that live as long as the process, for tests.</summary>
public sealed class MemoryWorkQueue(TimeProvider clock) : IWorkQueue
{
    private static readonly Comparer<Entry> ByVisibility =
        Comparer<Entry>.Create((left, right) => (left.VisibleAt, left.Number).CompareTo((right.VisibleAt, right.Number)));

    private readonly Dictionary<string, SortedSet<Entry>> queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long last;
    private long messagesRead;

    internal long MessagesRead => Interlocked.Read(ref messagesRead);

    public Task SendAsync(string queue, string body, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckMessage(queue, body, delay);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            queues.TryAdd(queue, new(ByVisibility));
            Add(new(queue, ++last, body, clock.GetUtcNow() + delay, DequeueCount: 0, Receipt: null));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        string queue, int most, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckReceive(queue, most, visibility);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var visible = Messages(queue).Take(most).TakeWhile(entry => entry.VisibleAt <= now).ToList();
            messagesRead += visible.Count;
            return Task.FromResult<IReadOnlyList<WorkMessage>>(
                [.. visible.Select(entry => Hold(entry with { DequeueCount = entry.DequeueCount + 1 }, now + visibility))]);
        }
    }

    public Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibility, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckDelay(visibility, nameof(visibility));
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult(Leased(message) is { } entry ? Hold(entry, clock.GetUtcNow() + visibility) : null);
        }
    }

    public Task<bool> DeleteAsync(WorkMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Task.FromResult(Leased(message) is { } entry && Remove(entry));
        }
    }

    public ValueTask<long> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckQueue(queue);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult((long)Messages(queue).Count);
        }
    }

    public ValueTask<DateTimeOffset?> WaitingSinceAsync(string queue, CancellationToken cancellationToken = default)
    {
        WorkQueueRules.CheckQueue(queue);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return ValueTask.FromResult(Messages(queue).Min is { } first && first.VisibleAt <= clock.GetUtcNow() ? first.VisibleAt : (DateTimeOffset?)null);
        }
    }

    private SortedSet<Entry> Messages(string queue) => queues.GetValueOrDefault(queue) ?? [];

    private Entry? Leased(WorkMessage message) =>
        entries.TryGetValue(message.Id, out var entry) && entry.Queue == message.Queue && entry.Receipt == message.Receipt ? entry : null;

    private WorkMessage Hold(Entry entry, DateTimeOffset until)
    {
        var receipt = WorkMessage.NewReceipt();
        Remove(entries[entry.Id]);
        Add(entry with { VisibleAt = until, Receipt = receipt });
        return new(entry.Queue, entry.Id, entry.Body, entry.DequeueCount, receipt);
    }

    private void Add(Entry entry)
    {
        queues[entry.Queue].Add(entry);
        entries.Add(entry.Id, entry);
    }

    private bool Remove(Entry entry) => queues[entry.Queue].Remove(entry) && entries.Remove(entry.Id);

    private sealed record Entry(string Queue, long Number, string Body, DateTimeOffset VisibleAt, int DequeueCount, string? Receipt)
    {
        public string Id => Number.ToString(CultureInfo.InvariantCulture);
    }
}
