using ArrFunctions.Demo.Notifications;
using ArrFunctions.Ops.Health;
using ArrFunctions.Ops.Notifications;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.Ops.Notifications;

public sealed class HealthHeartbeatTests
{
    private readonly ManualTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HealthStatus.Healthy, "success", "up", "All is well.")]
    [InlineData(HealthStatus.Degraded, "success", "up", "disk: The reason.")]
    [InlineData(HealthStatus.Unhealthy, "fail", "down", "disk: The reason.")]
    internal async Task Those_that_watch_the_service_are_told_how_it_is(HealthStatus status, string ping, string push, string text)
    {
        await using var checks = await FakeHealthchecks.StartAsync(Cancellation);
        await using var kuma = await FakeKuma.StartAsync(Cancellation);
        var heartbeat = Heartbeat(status, Target("hc", NotificationTargetKind.Healthchecks, checks), Target("kuma", NotificationTargetKind.Kuma, kuma));

        Assert.True(await heartbeat.IsDueAsync(Cancellation));
        Assert.Equal($"{push} told to 2 of 2", await heartbeat.RunAsync(Cancellation));
        Assert.Equal((ping, text), checks.PingOf(Assert.Single(checks.Taken)));
        Assert.Equal((push, text), (FakeKuma.PushOf(Assert.Single(kuma.Taken)).Status, FakeKuma.PushOf(kuma.Taken[0]).Message));
    }

    [Fact]
    public async Task One_that_cannot_be_told_keeps_no_other_from_it_and_is_named()
    {
        await using var checks = await FakeHealthchecks.StartAsync(Cancellation);
        await using var kuma = await FakeKuma.StartAsync(Cancellation);
        await kuma.StopAsync(Cancellation);
        var heartbeat = Heartbeat(HealthStatus.Healthy, Target("kuma", NotificationTargetKind.Kuma, kuma), Target("hc", NotificationTargetKind.Healthchecks, checks));

        var outcome = await heartbeat.RunAsync(Cancellation);

        Assert.StartsWith("up told to 1 of 2; kuma (Kuma at 127.0.0.1) cannot be reached", outcome, StringComparison.Ordinal);
        Assert.Single(checks.Taken);
    }

    [Fact]
    public async Task Nothing_is_due_where_all_watch_a_schedule_or_take_messages()
    {
        await using var checks = await FakeHealthchecks.StartAsync(Cancellation);
        var target = Target("hc", NotificationTargetKind.Healthchecks, checks);

        Assert.False(await Heartbeat(HealthStatus.Healthy, target with { Schedule = "backup" }, target with { Kind = NotificationTargetKind.Slack }).IsDueAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_not_known_yet_is_waited_for_rather_than_called_down()
    {
        await using var checks = await FakeHealthchecks.StartAsync(Cancellation);
        var found = new TaskCompletionSource<HealthFinding>();
        var check = new HealthCheck("store", token => found.Task.WaitAsync(token)) { WhenItFails = HealthStatus.Unhealthy };
        var heartbeat = Heartbeat(new HealthChecks(() => [check]), Target("hc", NotificationTargetKind.Healthchecks, checks));

        var running = heartbeat.RunAsync(Cancellation);
        found.SetResult(HealthFinding.Healthy("It works."));
        while (!running.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        Assert.Equal("up told to 1 of 1", await running);
    }

    private static NotificationTarget Target(string name, NotificationTargetKind kind, FakeTarget fake) => new() { Name = name, Kind = kind, Url = fake.Url, Variable = "N" };

    private HealthHeartbeat Heartbeat(HealthStatus status, params NotificationTarget[] targets) => Heartbeat(
        new HealthChecks(() => [new("store", _ => Task.FromResult(HealthFinding.Healthy("It works."))), new("disk", _ => Task.FromResult(new HealthFinding(status, "The reason.")))]), targets);

    private HealthHeartbeat Heartbeat(HealthChecks checks, params NotificationTarget[] targets) => new(
        new HealthBoard([checks], clock, NullLogger<HealthBoard>.Instance),
        new NotificationsOptions { Targets = targets },
        New.Sender(TimeProvider.System),
        clock);
}
