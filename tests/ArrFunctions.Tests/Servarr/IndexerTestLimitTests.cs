using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Servarr;

/// <summary>Trackers that hang cost neither the other calls their places nor the instance its good name.</summary>
public sealed class IndexerTestLimitTests
{
    private readonly ObservedClock clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tests_that_never_end_are_given_up_after_two_minutes_and_do_not_speak_against_the_instance()
    {
        await using var server = await StubServer.StartAsync(HangTestsAsync);
        using var client = ClientOf(server);

        for (var test = 0; test <= ServarrPipelines.FailuresToBreak; test++)
        {
            var tested = Assert.ThrowsAsync<ServarrException>(() => client.Indexers.TestAsync(1, Cancellation));
            await clock.SetAsync(due => due == ServarrPipelines.LongAttempt, Cancellation);
            clock.Advance(ServarrPipelines.LongAttempt);

            var failure = await tested;
            Assert.Equal(ServarrFault.Unreachable, failure.Fault);
            Assert.EndsWith("did not end the test within 120 seconds.", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal("Radarr", (await client.SystemStatusAsync(Cancellation)).AppName);
    }

    [Fact]
    public async Task Tests_are_sixteen_at_once_beside_the_other_calls()
    {
        var running = 0;
        var full = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StubServer.StartAsync(async context =>
        {
            if (context.Request.Method == "POST")
            {
                if (Interlocked.Increment(ref running) == ServarrConnection.MostTests)
                {
                    full.SetResult();
                }

                await ended.Task.WaitAsync(Cancellation);
                await StubServer.ReplyAsync(context, 200, "\"{}\"");
                return;
            }

            await StubServer.ReplyAsync(context, 200, """{"appName":"Radarr","id":1}""");
        });
        using var client = ClientOf(server);

        var tests = Task.WhenAll(Enumerable.Range(1, 3 * ServarrConnection.MostTests).Select(id => client.Indexers.TestAsync(id, Cancellation)));
        await full.Task.WaitAsync(Cancellation);
        await client.SystemStatusAsync(Cancellation);
        Assert.Equal(ServarrConnection.MostTests, running);

        ended.SetResult();
        Assert.All(await tests, outcome => Assert.IsType<IndexerTestOutcome.Passed>(outcome));
    }

    [Fact]
    public async Task An_instance_that_is_left_alone_is_not_asked_for_a_test()
    {
        await using var server = await StubServer.StartAsync(500);
        using var client = ClientOf(server);
        for (var failures = 0; failures < ServarrPipelines.FailuresToBreak; failures++)
        {
            await Assert.ThrowsAsync<ServarrException>(() => client.SystemStatusAsync(Cancellation));
        }

        Assert.Equal(ServarrFault.Broken, (await Assert.ThrowsAsync<ServarrException>(() => client.Indexers.TestAsync(1, Cancellation))).Fault);
        Assert.Equal(ServarrPipelines.FailuresToBreak, server.Asked.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_drips_has_the_same_limit(bool headersFirst)
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            if (context.Request.Method == "GET")
            {
                await StubServer.ReplyAsync(context, 200, """{"id":1}""");
                return;
            }

            if (headersFirst)
            {
                context.Response.StatusCode = 400;
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync("""[{"errorMessage":"Unable""", Cancellation);
                await context.Response.Body.FlushAsync(Cancellation);
            }

            await HangAsync(context);
        });
        using var client = ClientOf(server);

        var tested = Assert.ThrowsAsync<ServarrException>(() => client.Indexers.TestAsync(1, Cancellation));
        await clock.SetAsync(due => due == ServarrPipelines.LongAttempt, Cancellation);
        clock.Advance(ServarrPipelines.LongAttempt);

        Assert.Equal(ServarrFault.Unreachable, (await tested).Fault);
    }

    [Fact]
    public async Task An_answer_that_ends_in_its_middle_is_told()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            if (context.Request.Method == "GET")
            {
                await StubServer.ReplyAsync(context, 200, """{"id":1}""");
                return;
            }

            context.Response.StatusCode = 400;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("""[{"errorMessage":"Unable""", Cancellation);
            await context.Response.Body.FlushAsync(Cancellation);
            context.Abort();
        });
        using var client = ClientOf(server);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.Indexers.TestAsync(1, Cancellation));

        Assert.Equal(ServarrFault.Unreachable, failure.Fault);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_kept_in_memory()
    {
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.StatusCode = context.Request.Method == "GET" ? 200 : 400;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(context.Request.Method == "GET" ? "{" : "[", Cancellation);
            while (context.Request.Method == "POST" && !context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
            }
        });
        using var client = ClientOf(server);

        var failure = await Assert.ThrowsAsync<ServarrException>(() => client.Indexers.TestAsync(1, Cancellation));

        Assert.Contains("with more than 16 MiB", failure.Message, StringComparison.Ordinal);
    }

    private static async Task HangTestsAsync(HttpContext context)
    {
        if (context.Request.Method == "POST")
        {
            await HangAsync(context);
            return;
        }

        await StubServer.ReplyAsync(context, 200, """{"appName":"Radarr","id":1}""");
    }

    /// <summary>Until the other side has had enough.</summary>
    private static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private ServarrClient ClientOf(StubServer server) => new(server.Instance(), [server.Instance()], clock);
}
