using System.Net;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Ops.Events;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops;

/// <summary>Limits, caches and the log, when somebody sets the clock an hour back or a day ahead.</summary>
public sealed class ClockJumpTests
{
    private readonly SetTime clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void Who_tried_wrong_keys_is_limited_for_no_longer_than_a_minute(int hours)
    {
        var attempts = new FailedAttempts(new AccessOptions { Failures = 1 }, clock);
        var stranger = IPAddress.Parse("192.0.2.1");
        Assert.Null(attempts.Add(stranger));
        Assert.NotNull(attempts.Add(stranger));

        clock.Now += TimeSpan.FromHours(hours);

        Assert.Null(attempts.Add(stranger));
        Assert.InRange(attempts.Add(stranger)!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public async Task What_is_kept_for_a_while_has_its_age_by_the_kernel(int hours)
    {
        var readings = 0;
        var kept = new Kept<int>(_ => Task.FromResult(++readings), TimeSpan.FromMinutes(10), clock);
        await kept.GetAsync(isAnew: false, Cancellation);

        clock.Now += TimeSpan.FromHours(hours);

        Assert.Equal(1, await kept.GetAsync(isAnew: false, Cancellation));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public async Task Calls_of_a_window_are_counted_by_the_kernel(int hours)
    {
        var limiter = new CallLimiter(calls: 2, TimeSpan.FromMinutes(1), clock);
        await limiter.WaitAsync(Cancellation);

        clock.Now += TimeSpan.FromHours(hours);

        Assert.True(limiter.WaitAsync(Cancellation).IsCompleted);
        using var unwanted = new CancellationTokenSource();
        var third = limiter.WaitAsync(unwanted.Token);
        Assert.False(third.IsCompleted);
        await unwanted.CancelAsync();
        Assert.True((await Task.WhenAny(third)).IsCanceled);
    }

    [Fact]
    public async Task Events_after_a_jump_back_stand_before_those_ahead_of_it_and_the_feed_has_them_as_they_came()
    {
        var bench = new EventBench();
        await bench.AddAsync([EventBench.New(120, "ahead.of.it")]);
        await bench.AddAsync([EventBench.New(60, "after.it")]);

        Assert.Equal(["ahead.of.it", "after.it"], (await bench.AllAsync(EventFilter.All)).Select(static told => told.Name));
        Assert.Equal(["ahead.of.it", "after.it"], (await bench.Feed.ReadAsync(0, 10, Cancellation)).Select(static each => each.Told!.Name));
    }
}
