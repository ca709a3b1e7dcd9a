using ArrFunctions.Demo.Notifications;
using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications.Clients;

public sealed class HeartbeatClientTests
{
    private const string Reason = "store: the disk is full & <broken>; 100% #1?";

    [Fact]
    public async Task Healthchecks_is_told_of_beginnings_successes_and_failures()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Healthchecks);
        var checks = (FakeHealthchecks)bench.Fake;

        await bench.BeatAsync(new(IsUp: true, "A run has begun.", TimeSpan.Zero) { IsStart = true });
        await bench.BeatAsync(new(IsUp: true, "12 removed", TimeSpan.FromSeconds(2)));
        await bench.BeatAsync(new(IsUp: false, Reason, TimeSpan.Zero));

        Assert.Equal([("start", "A run has begun."), ("success", "12 removed"), ("fail", Reason)], checks.Taken.Select(checks.PingOf));
    }

    [Fact]
    public async Task A_long_text_fits_what_healthchecks_keeps()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Healthchecks);

        await bench.BeatAsync(new(IsUp: false, new string('ä', 60_000), TimeSpan.Zero));

        Assert.InRange(Assert.Single(bench.Fake.Taken).Body.Length, 99_990, 100_000);
    }

    [Fact]
    public async Task The_query_of_a_ping_url_stays()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Healthchecks);
        bench.Target = bench.Target with { Url = new($"{bench.Target.Url.OriginalString}?create=1") };

        await bench.BeatAsync(new(IsUp: false, "", TimeSpan.Zero));

        Assert.EndsWith("/fail?create=1", Assert.Single(bench.Fake.Taken).Target, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OK (not found)", true)]
    [InlineData("OK (rate limited)", false)]
    public async Task Healthchecks_refuses_with_200(string body, bool isFinal)
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Healthchecks);
        bench.Answers(200, body);

        Assert.Equal(isFinal, (await Assert.ThrowsAsync<NotificationException>(bench.TellAsync)).IsFinal);
    }

    [Fact]
    public async Task Kuma_is_told_up_and_down_and_nothing_of_beginnings()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Kuma);
        bench.Target = bench.Target with { Url = new($"{bench.Target.Url.OriginalString}&team=a%20b") };

        await bench.BeatAsync(new(IsUp: true, "A run has begun.", TimeSpan.Zero) { IsStart = true });
        await bench.BeatAsync(new(IsUp: true, "All is well.", TimeSpan.FromMilliseconds(12.4)));
        await bench.BeatAsync(new(IsUp: false, Reason, TimeSpan.FromDays(3)));

        Assert.Equal([("up", "All is well.", "12"), ("down", Reason, "86400000")], bench.Fake.Taken.Select(FakeKuma.PushOf));
        Assert.All(bench.Fake.Taken, request => Assert.Contains("?team=a%20b&status=", request.Target, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_monitor_that_kuma_does_not_know_is_final_whatever_its_version(int status)
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Kuma);
        bench.Answers(status, """{"ok":false,"msg":"Monitor not found or not active."}""");

        var failure = await Assert.ThrowsAsync<NotificationException>(bench.TellAsync);

        Assert.True(failure.IsFinal);
        Assert.Equal("phone (Kuma at 127.0.0.1) has no such monitor, or it is paused: copy its push URL into Notifications__Targets__0__Url again", failure.Message);
    }

    [Fact]
    public async Task A_long_text_fits_the_table_of_kuma()
    {
        await using var bench = await ClientBench.StartAsync(NotificationTargetKind.Kuma);

        await bench.BeatAsync(new(IsUp: false, new string('x', 1000), TimeSpan.Zero));

        Assert.Equal(250, FakeKuma.PushOf(Assert.Single(bench.Fake.Taken)).Message.Length);
    }
}
