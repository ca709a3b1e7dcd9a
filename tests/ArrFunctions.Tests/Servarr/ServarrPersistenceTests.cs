using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

/// <summary>When an instance is asked again, how long it is waited for, and when it is left alone.</summary>
public sealed class ServarrPersistenceTests
{
    private const string Starting = """{"errorMessage":"Radarr is starting up, please try again later"}""";
    private readonly ObservedClock clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, 0.0001, 5)] // By chance it is hardly any time.
    [InlineData("40", 40, 40)]
    public async Task An_instance_that_starts_is_asked_again_when_it_wishes(string? retryAfter, double least, double most)
    {
        var answers = 0;
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return Interlocked.Increment(ref answers) == 1
                ? StubServer.ReplyAsync(context, 503, Starting)
                : StubServer.ReplyAsync(context, 200, """{"appName":"Radarr"}""");
        });
        using var client = ClientOf(server);

        var asked = client.SystemStatusAsync(Cancellation);
        clock.Advance(await WaitAsync(least, most));

        Assert.Equal("Radarr", (await asked).AppName);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task After_three_attempts_it_is_told_that_it_starts()
    {
        await using var server = await StubServer.StartAsync(503, Starting);
        using var client = ClientOf(server);

        var asked = Assert.ThrowsAsync<ServarrException>(() => client.MovieAsync(1, Cancellation));
        clock.Advance(await WaitAsync(0.0001, 5));
        clock.Advance(await WaitAsync(0.0001, 10)); // By chance it is hardly any time.

        var failure = await asked;
        Assert.Equal((ServarrFault.Starting, 3), (failure.Fault, server.Asked.Count));
        Assert.Contains("is starting: Radarr is starting up", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wishes_to_be_left_alone_for_long_is_not_asked_again()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return StubServer.ReplyAsync(context, 429);
        });
        using var client = ClientOf(server);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));

        Assert.Equal((TimeSpan.FromHours(1), 1), (failure.RetryAfter!.Value, server.Asked.Count));
    }

    [Fact]
    public async Task What_changes_something_is_asked_once()
    {
        await using var server = await StubServer.StartAsync(503, Starting);
        using var client = ClientOf(server);

        await Assert.ThrowsAsync<ServarrException>(() => client.RescanAsync(1, Cancellation));
        await Assert.ThrowsAsync<ServarrException>(() => client.CreateNotificationAsync([], Cancellation));

        Assert.Equal(["POST /api/v3/command", "POST /api/v3/notification"], server.Asked);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_waited_for_three_times_half_a_minute()
    {
        await using var server = await StubServer.StartAsync(HangAsync);
        using var client = ClientOf(server);

        var asked = Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));
        for (var attempt = 0; attempt < ServarrPipelines.Attempts; attempt++)
        {
            await clock.SetAsync(due => due == ServarrPipelines.Attempt, Cancellation);
            clock.Advance(ServarrPipelines.Attempt);
            if (attempt < ServarrPipelines.Attempts - 1)
            {
                clock.Advance(await WaitAsync(0.0001, 10)); // By chance it is hardly any time.
            }
        }

        var failure = await asked;
        Assert.Equal(ServarrFault.Unreachable, failure.Fault);
        Assert.Contains("no answer within 30 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_stops_in_the_middle_is_given_up_after_two_minutes()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""[{"id":1},""", Cancellation);
            await context.Response.Body.FlushAsync(Cancellation);
            await HangAsync(context);
        });
        using var client = ClientOf(server);
        await using var movies = client.MoviesAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await movies.MoveNextAsync());

        var next = Assert.ThrowsAsync<ServarrException>(() => movies.MoveNextAsync().AsTask());
        await clock.SetAsync(due => due == Timeout.InfiniteTimeSpan, Cancellation);
        await clock.SetAsync(due => due == ServarrPipelines.LongAttempt, Cancellation);
        clock.Advance(ServarrPipelines.LongAttempt);

        var failure = await next;
        Assert.Equal((ServarrFault.Unreachable, 1), (failure.Fault, server.Asked.Count));
    }

    [Fact]
    public async Task After_five_failures_it_is_left_alone_for_a_minute_and_then_tried_once()
    {
        var status = 500;
        await using var server = await StubServer.StartAsync(context =>
            StubServer.ReplyAsync(context, status, status == 200 ? "{}" : """{"message":"the database is locked"}"""));
        using var client = ClientOf(server);
        for (var failures = 0; failures < ServarrPipelines.FailuresToBreak; failures++)
        {
            Assert.Equal(ServarrFault.Failed, (await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation))).Fault);
        }

        var broken = await Assert.ThrowsAsync<ServarrException>(() => client.RescanAsync(1, Cancellation));
        Assert.Equal((ServarrFault.Broken, 5), (broken.Fault, server.Asked.Count));
        Assert.Contains("left alone for 60 seconds. The last time: films at", broken.Message, StringComparison.Ordinal);
        Assert.Contains("the database is locked", broken.Message, StringComparison.Ordinal);

        clock.Advance(ServarrPipelines.BreakFor);
        await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));
        Assert.Equal(ServarrFault.Broken, (await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation))).Fault);
        Assert.Equal(6, server.Asked.Count);

        clock.Advance(ServarrPipelines.BreakFor);
        status = 200;
        await client.SystemStatusAsync(Cancellation);
        await client.SystemStatusAsync(Cancellation);
        Assert.Equal(8, server.Asked.Count);
    }

    [Fact]
    public async Task An_instance_that_hangs_is_left_alone_after_five_attempts_too()
    {
        await using var server = await StubServer.StartAsync(HangAsync);
        using var client = ClientOf(server);

        Assert.Equal(ServarrFault.Unreachable, (await HungAsync(client.SystemStatusAsync(Cancellation), attempts: 3)).Fault);
        Assert.Equal(ServarrFault.Broken, (await HungAsync(client.SystemStatusAsync(Cancellation), attempts: 2, isAskedAgain: true)).Fault);

        Assert.Equal(ServarrFault.Broken, (await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation))).Fault);
    }

    /// <summary>What answered a while ago is no reason to ask on.</summary>
    [Fact]
    public async Task Only_what_came_after_the_last_answer_counts()
    {
        var status = 500;
        await using var server = await StubServer.StartAsync(context => StubServer.ReplyAsync(context, status, "{}"));
        using var client = ClientOf(server);
        await FailAsync(ServarrPipelines.FailuresToBreak - 1);
        status = 200;
        await client.SystemStatusAsync(Cancellation);
        status = 500;

        await FailAsync(ServarrPipelines.FailuresToBreak);

        Assert.Equal(ServarrFault.Broken, (await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation))).Fault);

        async Task FailAsync(int times)
        {
            for (var failures = 0; failures < times; failures++)
            {
                Assert.Equal(ServarrFault.Failed, (await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation))).Fault);
            }
        }
    }

    [Fact]
    public async Task A_list_that_does_not_begin_within_two_minutes_is_not_asked_for_again()
    {
        await using var server = await StubServer.StartAsync(HangAsync);
        using var client = ClientOf(server);

        var asked = Assert.ThrowsAsync<ServarrException>(() => client.MoviesAsync(Cancellation).FirstAsync(Cancellation).AsTask());
        await clock.SetAsync(due => due == ServarrPipelines.LongAttempt, Cancellation);
        clock.Advance(ServarrPipelines.LongAttempt);

        Assert.Equal(ServarrFault.Unreachable, (await asked.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation)).Fault);
    }

    [Fact]
    public async Task What_an_instance_refuses_does_not_speak_against_it()
    {
        await using var server = await StubServer.StartAsync(401);
        using var client = ClientOf(server);

        for (var call = 1; call <= 2 * ServarrPipelines.FailuresToBreak; call++)
        {
            Assert.Equal(ServarrFault.WrongKey, (await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation))).Fault);
        }
    }

    [Fact]
    public async Task Nobody_is_asked_more_than_four_things_at_once()
    {
        var (now, most) = (0, 0);
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(async context =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            if (now == ServarrConnection.MostCalls)
            {
                full.TrySetResult();
            }

            await full.Task.WaitAsync(Cancellation);
            Interlocked.Decrement(ref now);
            await StubServer.ReplyAsync(context, 200, "{}");
        });
        using var client = ClientOf(server);

        await Task.WhenAll(Enumerable.Range(0, 3 * ServarrConnection.MostCalls).Select(_ => client.SystemStatusAsync(Cancellation)));

        Assert.Equal(ServarrConnection.MostCalls, most);

        static void InterlockedMax(ref int most, int now)
        {
            for (var seen = most; now > seen; seen = most)
            {
                Interlocked.CompareExchange(ref most, now, seen);
            }
        }
    }

    [Fact]
    public async Task A_call_that_is_not_wanted_any_more_is_a_cancellation()
    {
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var server = await StubServer.StartAsync(async context =>
        {
            await unwanted.CancelAsync();
            await HangAsync(context);
        });
        using var client = ClientOf(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SystemStatusAsync(unwanted.Token));
    }

    /// <summary>Lets the time limit of each attempt pass, and the waits between them.</summary>
    private async Task<ServarrException> HungAsync(Task call, int attempts, bool isAskedAgain = false)
    {
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            await clock.SetAsync(due => due == ServarrPipelines.Attempt, Cancellation);
            clock.Advance(ServarrPipelines.Attempt);
            if (attempt < attempts || isAskedAgain)
            {
                clock.Advance(await WaitAsync(0.0001, 10)); // By chance it is hardly any time.
            }
        }

        return await Assert.ThrowsAsync<ServarrException>(() => call.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancellation));
    }

    /// <summary>Until the other side has had enough.</summary>
    private static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private ServarrClient ClientOf(StubServer server) => new(server.Instance(), [server.Instance()], clock);

    /// <summary>The next wait that is no time limit.</summary>
    private Task<TimeSpan> WaitAsync(double least, double most) => clock.SetAsync(
        due => due != ServarrPipelines.Attempt && due.TotalSeconds >= least && due.TotalSeconds <= most, Cancellation);
}
