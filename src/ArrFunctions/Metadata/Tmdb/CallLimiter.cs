namespace ArrFunctions.Metadata.Tmdb;

/// <summary>Lets so many calls begin in any window of time; those above wait their turn.</summary>
internal sealed class CallLimiter(int calls, TimeSpan window, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Queue<long> begun = new(calls);

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var wait = Reserve();
        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>How long until the next free place, which is taken.</summary>
    private TimeSpan Reserve()
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            var begin = begun.Count < calls ? now : Math.Max(now, begun.Dequeue() + (long)(window.TotalSeconds * clock.TimestampFrequency));
            begun.Enqueue(begin);
            return clock.GetElapsedTime(now, begin);
        }
    }
}
