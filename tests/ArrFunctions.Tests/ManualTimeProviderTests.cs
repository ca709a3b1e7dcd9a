using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly List<(string Timer, TimeSpan At)> fired = [];
    private readonly DateTimeOffset start;

    public ManualTimeProviderTests() => start = clock.GetUtcNow();

    [Fact]
    public async Task Timers_fire_in_order_each_at_its_own_time()
    {
        await using var late = Timer("late", 20, Timeout.Infinite);
        await using var periodic = Timer("periodic", 10, 15);
        await using var never = Timer("never", 31, Timeout.Infinite);

        clock.Advance(TimeSpan.FromMilliseconds(30));

        Assert.Equal(
            [("periodic", TimeSpan.FromMilliseconds(10)), ("late", TimeSpan.FromMilliseconds(20)), ("periodic", TimeSpan.FromMilliseconds(25))], fired);
        Assert.Equal(start.AddMilliseconds(30), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_timer_that_was_changed_or_disposed_fires_as_last_told()
    {
        await using var changed = Timer("changed", 10, Timeout.Infinite);
        changed.Change(TimeSpan.FromMilliseconds(20), Timeout.InfiniteTimeSpan);
        await Timer("disposed", 10, Timeout.Infinite).DisposeAsync();

        clock.Advance(TimeSpan.FromMilliseconds(30));

        Assert.Equal([("changed", TimeSpan.FromMilliseconds(20))], fired);
    }

    [Fact]
    public void A_delay_is_over_when_the_clock_says_so()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(delay.IsCompletedSuccessfully);
    }

    private ITimer Timer(string name, int due, int period) => clock.CreateTimer(
        _ => fired.Add((name, clock.GetUtcNow() - start)), state: null, TimeSpan.FromMilliseconds(due), TimeSpan.FromMilliseconds(period));
}
