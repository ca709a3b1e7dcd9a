using System.Globalization;
using ArrFunctions.Demo.Tmdb;
using ArrFunctions.Metadata.Tmdb;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Metadata.Tmdb;

/// <summary>How TMDB is asked again, and when no more.</summary>
public sealed class TmdbOutageTests : IAsyncLifetime
{
    private static readonly TmdbQuery Film = TmdbQuery.Movie(TmdbBench.Parasite.Id);

    private TmdbBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Requests => bench.Tmdb.Requests.Count;

    public async ValueTask InitializeAsync() => bench = await TmdbBench.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task A_fault_that_passes_is_tried_again()
    {
        bench.Tmdb.Fail(new TmdbTrouble.Answers(503));
        bench.Tmdb.Fail(new TmdbTrouble.CutsOff());

        Assert.Single(await bench.AskAsync(Film));
        Assert.Equal((3, 3L), (Requests, bench.Client.Calls));
        Assert.Equal(2, bench.Clock.Delays.Count);
    }

    [Fact]
    public async Task Three_attempts_are_all()
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(500);

        var fault = await bench.FailAsync(Film);

        Assert.Equal((TmdbFault.Down, "TMDB is down (it answers 500)", 3), (fault.Fault, fault.Message, Requests));
    }

    [Fact]
    public async Task A_call_without_an_answer_ends_after_ten_seconds()
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Hangs();
        var asked = bench.FailAsync(Film);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await bench.Tmdb.ArrivalAsync(Cancellation);
            Assert.False(asked.IsCompleted);
            bench.Clock.Advance(TmdbClient.Patience);
        }

        var fault = await asked;
        Assert.Equal((TmdbFault.Unreachable, "TMDB gave no answer within 10 seconds"), (fault.Fault, fault.Message));
    }

    [Fact]
    public async Task Nobody_at_the_address_is_told()
    {
        await using var nowhere = await TmdbBench.StartAsync((options, _) => options with { Url = new("http://127.0.0.1:1/3") });

        var fault = await nowhere.FailAsync(Film);

        Assert.Equal((TmdbFault.Unreachable, "TMDB cannot be reached: the connection was refused, nothing listens at this port"), (fault.Fault, fault.Message));
    }

    [Fact]
    public async Task Who_asks_can_stop_waiting()
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Hangs();
        using var stop = new CancellationTokenSource();
        var stopped = Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Client.AskAsync(Film, stop.Token));
        await bench.Tmdb.ArrivalAsync(Cancellation);

        await stop.CancelAsync();

        await stopped;
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Thu, 01 Jan 2026 00:00:07 GMT")]
    public async Task A_wait_that_TMDB_asks_for_is_kept(string retryAfter)
    {
        bench.Tmdb.Fail(new TmdbTrouble.Answers(429, retryAfter));

        Assert.Single(await bench.AskAsync(Film));
        Assert.Equal([TimeSpan.FromSeconds(7)], bench.Clock.Delays);
    }

    [Fact]
    public async Task For_a_long_wait_nobody_waits_and_nobody_asks_until_it_is_over()
    {
        bench.Tmdb.Fail(new TmdbTrouble.Answers(429, "300"));

        Assert.Equal(TmdbFault.Busy, (await bench.FailAsync(Film)).Fault);
        bench.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal("TMDB says that it is asked too often", (await bench.FailAsync(Film)).Message);
        Assert.Equal(1, Requests);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await bench.AskAsync(Film));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_key_is_told_once_and_not_sent_again_for_an_hour(int status)
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(status);
        for (var hour = 1; hour <= 3; hour++)
        {
            for (var turn = 0; turn < 3; turn++)
            {
                var fault = await bench.FailAsync(Film);
                Assert.Equal((TmdbFault.Refused, "TMDB refused the key: check Tmdb:AccessToken or Tmdb:ApiKey"), (fault.Fault, fault.Message));
            }

            Assert.Equal(hour, Requests);
            bench.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Single(bench.Log.Text.Split('\n'), line => line.Contains("TMDB refused the key", StringComparison.Ordinal));
        bench.Tmdb.Trouble = null;
        Assert.Single(await bench.AskAsync(Film));
    }

    [Fact]
    public async Task After_five_failures_it_is_left_alone_for_a_minute_and_then_tried_with_one_call()
    {
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(500);
        Assert.Equal(TmdbFault.Down, (await bench.FailAsync(Film)).Fault);
        Assert.Equal((TmdbFault.Broken, "TMDB failed so often that it is left alone for a minute"), ToldBy(await bench.FailAsync(Film)));
        Assert.Equal(5, Requests);

        Assert.Equal(TmdbFault.Broken, (await bench.FailAsync(Film)).Fault);
        Assert.Equal(5, Requests);

        // Half open: the one call fails, so it stays open.
        bench.Clock.Advance(TmdbPipeline.BrokenFor);
        Assert.Equal(TmdbFault.Broken, (await bench.FailAsync(Film)).Fault);
        Assert.Equal(6, Requests);

        bench.Clock.Advance(TmdbPipeline.BrokenFor);
        bench.Tmdb.Trouble = null;
        Assert.Single(await bench.AskAsync(Film));
        Assert.Single(await bench.AskAsync(Film));
        Assert.Equal(8, Requests);
    }

    [Fact]
    public async Task Forty_calls_begin_at_once_and_the_next_one_when_the_first_is_ten_seconds_ago()
    {
        var time = new HastyTime();
        var limiter = new CallLimiter(calls: 40, TimeSpan.FromSeconds(10), time);
        for (var call = 0; call < 39; call++)
        {
            await limiter.WaitAsync(Cancellation);
        }

        time.Advance(TimeSpan.FromSeconds(4));
        await limiter.WaitAsync(Cancellation);
        Assert.Empty(time.Delays);

        await limiter.WaitAsync(Cancellation);
        Assert.Equal([TimeSpan.FromSeconds(6)], time.Delays);
        await limiter.WaitAsync(Cancellation);
        Assert.Equal([TimeSpan.FromSeconds(6)], time.Delays);
    }

    [Fact]
    public async Task Two_hundred_films_take_forty_seconds()
    {
        for (var id = 1; id <= 200; id++)
        {
            Assert.Empty(await bench.AskAsync(TmdbQuery.Movie(id)));
        }

        Assert.Equal((200, "00:00:40"), (Requests, bench.Clock.Delays.Aggregate(TimeSpan.Zero, (all, delay) => all + delay).ToString("c", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_hundred_at_once_are_never_more_than_forty_in_ten_seconds()
    {
        var clock = new ManualTimeProvider();
        using var client = new TmdbClient(Options, clock, NullLogger<TmdbClient>.Instance);
        var asked = Enumerable.Range(1, 100).Select(id => client.AskAsync(TmdbQuery.Movie(id), Cancellation)).ToList();
        foreach (var begun in (int[])[40, 80])
        {
            await Task.WhenAll(asked.Take(begun));
            clock.Advance(TimeSpan.FromSeconds(9.999));
            Assert.Equal(begun, Requests);
            clock.Advance(TimeSpan.FromSeconds(0.001));
        }

        Assert.All(await Task.WhenAll(asked), Assert.Empty);
        Assert.Equal(100, Requests);
    }

    [Fact]
    public async Task Who_waits_for_a_turn_does_not_ask_with_a_key_that_was_refused_meanwhile()
    {
        var clock = new ManualTimeProvider();
        using var client = new TmdbClient(Options, clock, NullLogger<TmdbClient>.Instance);
        var everybodyAsked = new TaskCompletionSource();
        bench.Tmdb.Trouble = new TmdbTrouble.Answers(401) { After = everybodyAsked.Task };
        var asked = Enumerable.Range(1, 60).Select(id => Assert.ThrowsAsync<TmdbException>(() => client.AskAsync(TmdbQuery.Movie(id), Cancellation))).ToList();
        everybodyAsked.SetResult();
        await Task.WhenAll(asked.Take(40));
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.All(await Task.WhenAll(asked), fault => Assert.Equal(TmdbFault.Refused, fault.Fault));
        Assert.Equal(40, Requests);
    }

    private TmdbOptions Options => new() { Url = bench.Tmdb.Url, AccessToken = bench.Tmdb.AccessToken };

    private static (TmdbFault Fault, string Message) ToldBy(TmdbException fault) => (fault.Fault, fault.Message);
}
