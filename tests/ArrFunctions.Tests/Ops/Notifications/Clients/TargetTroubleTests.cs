using ArrFunctions.Demo.Notifications;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

/// <summary>What is said when a service takes nothing, whichever it is.</summary>
public sealed class TargetTroubleTests
{
    public static TheoryData<NotificationTargetKind> All => [.. ClientBench.Kinds.Select(row => row.Data), .. ClientBench.HeartbeatKinds.Select(row => row.Data)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_wrong_address_or_token_is_final_and_says_what_to_check(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        foreach (var status in (int[])[401, 403, 404, 410])
        {
            bench.Answers(status, $"no {bench.Fake.Secret}");

            var failure = await FailureAsync(bench);

            Assert.True(failure.IsFinal);
            Assert.Equal(
                $"phone ({kind} at 127.0.0.1) refused the message ({status}): the address or the token is wrong; check Notifications__Targets__0__Url and Notifications__Targets__0__Token",
                failure.Message);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_secret_of_somebody_else_is_final(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        bench.Target = bench.Target with { Token = bench.Target.Token is null ? null : "wrong", Url = new(bench.Target.Url.OriginalString.Replace(bench.Fake.Secret, "wrong", StringComparison.Ordinal)) };

        Assert.True((await FailureAsync(bench)).IsFinal);
        Assert.Empty(bench.Fake.Taken);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Too_many_messages_are_told_with_how_long_to_wait(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        bench.Answers(429, kind is NotificationTargetKind.Discord ? """{"message":"You are being rate limited.","retry_after":64.57,"global":false}""" : "", retryAfter: 65);

        var failure = await FailureAsync(bench);

        Assert.False(failure.IsFinal);
        Assert.Equal(kind is NotificationTargetKind.Discord ? TimeSpan.FromSeconds(64.57) : TimeSpan.FromSeconds(65), failure.RetryAfter);
        Assert.Single(bench.Fake.Requests);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_service_that_fails_is_asked_again_later(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        foreach (var status in (int[])[500, 502, 503, 408])
        {
            bench.Answers(status);

            var failure = await FailureAsync(bench);

            Assert.False(failure.IsFinal);
            Assert.Equal($"phone ({kind} at 127.0.0.1) failed ({status}): it is asked again later; its own log tells why", failure.Message);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nobody_is_followed_elsewhere(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        await using var other = await FakeWebhookReceiver.StartAsync(Cancellation);
        bench.Fake.Trouble = (_, _) => Task.FromResult<TargetAnswer?>(new(302, Location: other.Url.AbsoluteUri));

        Assert.Equal(
            $"phone ({kind} at 127.0.0.1) sends callers elsewhere (302): set Notifications__Targets__0__Url to where it really is", (await FailureAsync(bench)).Message);
        Assert.Single(bench.Fake.Requests);
        Assert.Empty(other.Requests);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_message_that_stays_too_large_is_final(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        bench.Answers(413);

        var failure = await FailureAsync(bench);

        Assert.True(failure.IsFinal);
        Assert.Contains("too large (413)", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_service_that_does_not_answer_is_waited_for_so_long_and_no_longer(NotificationTargetKind kind)
    {
        var clock = new ManualTimeProvider();
        await using var bench = await ClientBench.StartAsync(kind, clock);
        using var asked = new SemaphoreSlim(0);
        bench.Fake.Trouble = async (_, gone) =>
        {
            asked.Release();
            await Task.Delay(Timeout.Infinite, gone);
            return null;
        };
        var longest = bench.Target.IsHeartbeat ? 10 : 30;

        var telling = FailureAsync(bench);
        await asked.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(longest - 0.1));
        Assert.False(telling.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal($"phone ({kind} at 127.0.0.1) did not answer within {longest} s: it is asked again later; is it overloaded", (await telling).Message);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_that_answers_a_byte_at_a_time_is_waited_for_no_longer(NotificationTargetKind kind)
    {
        var clock = new ManualTimeProvider();
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        await using var bench = await ClientBench.StartAsync(kind, clock);
        bench.Target = bench.Target with { Url = new UriBuilder(bench.Target.Url) { Port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port }.Uri };

        var telling = FailureAsync(bench);
        using var caller = await listener.AcceptTcpClientAsync(Cancellation);
        await caller.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), Cancellation);
        await caller.GetStream().WriteAsync("x"u8.ToArray(), Cancellation);
        clock.Advance(TimeSpan.FromSeconds(bench.Target.IsHeartbeat ? 9 : 29));
        await caller.GetStream().WriteAsync("x"u8.ToArray(), Cancellation);
        Assert.False(telling.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("did not answer within", (await telling).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_broken_connection_and_one_that_is_refused_are_told(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        bench.Answers(0);

        var broken = await FailureAsync(bench);
        await bench.Fake.StopAsync(Cancellation);
        var refused = await FailureAsync(bench);

        Assert.False(broken.IsFinal);
        Assert.StartsWith($"phone ({kind} at 127.0.0.1) cannot be reached: ", broken.Message, StringComparison.Ordinal);
        Assert.Equal(
            $"phone ({kind} at 127.0.0.1) cannot be reached: the connection was refused, nothing listens at this port; is it running, and is Notifications__Targets__0__Url right",
            refused.Message);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_answer_without_an_end_is_not_read(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        bench.Answers(200, new string('x', 100_000));

        Assert.Contains("its answer is larger than 64 KiB", (await FailureAsync(bench)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_address_that_is_never_asked_is_told(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        bench.Target = bench.Target with { Url = new("http://169.254.169.254/latest/meta-data") };

        Assert.Contains("its address is link-local", (await FailureAsync(bench)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_that_is_said_holds_a_secret(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        var shown = new List<string> { $"{bench.Target}" };
        foreach (var status in (int[])[0, 200, 301, 400, 401, 404, 413, 429, 500])
        {
            bench.Answers(status, $"<html>{bench.Fake.Secret}</html>");
            shown.Add($"{await Record.ExceptionAsync(bench.TellAsync)}");
        }

        await bench.Fake.StopAsync(Cancellation);
        shown.Add($"{await FailureAsync(bench)}");

        Assert.All(shown, text =>
        {
            Assert.DoesNotContain(bench.Fake.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Body of it", text, StringComparison.Ordinal);
            Assert.DoesNotContain(bench.Target.Url.AbsolutePath, text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Only_its_caller_ends_it_with_another_exception(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        using var caller = new CancellationTokenSource();
        bench.Fake.Trouble = async (_, gone) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, gone);
            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Target.IsHeartbeat
            ? bench.Clients.HeartbeatOf(bench.Target).BeatAsync(new(IsUp: true, "", TimeSpan.Zero), caller.Token)
            : bench.Clients.Of(bench.Target).SendAsync(ClientBench.Message(), caller.Token));
    }

    [Theory]
    [InlineData(NotificationTargetKind.Slack)]
    [InlineData(NotificationTargetKind.Ntfy)]
    [InlineData(NotificationTargetKind.Healthchecks)]
    [InlineData(NotificationTargetKind.Kuma)]
    public async Task A_page_for_people_that_answers_200_is_noticed(NotificationTargetKind kind)
    {
        await using var bench = await ClientBench.StartAsync(kind);
        bench.Answers(200, "<!DOCTYPE html><html></html>");

        var failure = await FailureAsync(bench);

        Assert.True(failure.IsFinal);
        Assert.Contains("check Notifications__Targets__0__Kind and Notifications__Targets__0__Url", failure.Message, StringComparison.Ordinal);
    }

    private static Task<NotificationException> FailureAsync(ClientBench bench) => Assert.ThrowsAsync<NotificationException>(bench.TellAsync);
}
