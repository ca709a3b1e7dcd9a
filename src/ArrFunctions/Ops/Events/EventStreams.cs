using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Events;

/// <summary>The streams that are open, some at most: each looks for events again and again.</summary>
internal sealed class EventStreams(EventFeed feed, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<EventStreams> logger)
{
    public const int Most = 16;

    private int open;

    /// <summary>How many are open.</summary>
    public int Count => Volatile.Read(ref open);

    /// <returns>Null when too many are open.</returns>
    public EventStream? Open(EventFilter filter, long? after)
    {
        if (Interlocked.Increment(ref open) > Most)
        {
            Interlocked.Decrement(ref open);
            return null;
        }

        return new(feed, filter, after, clock, logger, () => Interlocked.Decrement(ref open), lifetime.ApplicationStopping);
    }
}
