using ArrFunctions.Servarr;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Servarr;

/// <summary>What is read for all who ask, of an instance that does not answer.</summary>
public sealed class KeptTests
{
    private readonly ManualTimeProvider clock = new();
    private int readings;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A thousand files of a batch ask for the same list, one after the other.</summary>
    [Fact]
    public async Task What_took_long_to_fail_is_told_to_all_who_ask_within_a_minute()
    {
        var kept = Failing(TimeSpan.FromSeconds(120));
        for (var asked = 0; asked < 1000; asked++)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => kept.GetAsync(isAnew: false, Cancellation));
        }

        Assert.Equal(1, readings);
        clock.Advance(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAsync<TimeoutException>(() => kept.GetAsync(isAnew: false, Cancellation));
        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task What_failed_at_once_is_read_anew()
    {
        var kept = Failing(TimeSpan.Zero);
        await Assert.ThrowsAsync<TimeoutException>(() => kept.GetAsync(isAnew: false, Cancellation));
        await Assert.ThrowsAsync<TimeoutException>(() => kept.GetAsync(isAnew: false, Cancellation));
        Assert.Equal(2, readings);
    }

    private Kept<int> Failing(TimeSpan after) => new(
        async _ =>
        {
            readings++;
            await Task.Yield();
            clock.Advance(after);
            throw new TimeoutException();
        },
        TimeSpan.FromMinutes(10),
        clock);
}
