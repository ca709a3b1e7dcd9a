using System.Collections.Concurrent;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>A clock on which nobody waits: a delay is over at once, and noted. Only the time limit of a call passes when a test moves the clock.</summary>
internal sealed class HastyTime : TimeProvider
{
    private readonly ManualTimeProvider time = new();
    private readonly ConcurrentQueue<TimeSpan> delays = new();

    public IReadOnlyList<TimeSpan> Delays => [.. delays];

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public void Advance(TimeSpan span) => time.Advance(span);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = time.CreateTimer(callback, state, dueTime, period);
        if (state is not CancellationTokenSource && dueTime > TimeSpan.Zero)
        {
            delays.Enqueue(dueTime);
            time.Advance(dueTime);
        }

        return timer;
    }
}
