using System.Threading.Channels;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Servarr;

/// <summary>A clock that stands until it is moved, and tells of every timer that is set.</summary>
internal sealed class ObservedClock : TimeProvider
{
    private readonly ManualTimeProvider clock = new();
    private readonly Channel<TimeSpan> timers = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ObservedTimer(clock.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), timers.Writer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time) => clock.Advance(time);

    /// <summary>Waits until a timer of such a length is set.</summary>
    public async Task<TimeSpan> SetAsync(Func<TimeSpan, bool> isMeant, CancellationToken cancellationToken) =>
        await timers.Reader.ReadAllAsync(cancellationToken).FirstAsync(isMeant, cancellationToken);

    private sealed class ObservedTimer(ITimer timer, ChannelWriter<TimeSpan> told) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            told.TryWrite(dueTime);
            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
