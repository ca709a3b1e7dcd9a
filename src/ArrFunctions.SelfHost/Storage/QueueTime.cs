namespace ArrFunctions.SelfHost.Storage;

/// <summary>The clock of the queues: it follows the system's, and never goes back. A message that was to be seen at once is seen at once, also where that clock is set back.</summary>
internal sealed class QueueTime(TimeProvider clock)
{
    private readonly Lock gate = new();
    private DateTimeOffset last = clock.GetUtcNow();
    private long stamp = clock.GetTimestamp();

    public DateTimeOffset Now()
    {
        lock (gate)
        {
            var (system, reading) = (clock.GetUtcNow(), clock.GetTimestamp());
            var steady = last + clock.GetElapsedTime(stamp, reading);
            (last, stamp) = (system > steady ? system : steady, reading);
            return last;
        }
    }
}
