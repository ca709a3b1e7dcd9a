using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications;

/// <summary>The test that somebody asks for, of targets that work and of those that do not.</summary>
public sealed class TargetTestTests
{
    private static readonly NotificationException Down = new("phone did not answer.");
    private readonly NotificationBench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_test_gives_a_check_a_sign_of_life()
    {
        bench.Options = new() { Targets = [New.Target(), New.Target("life", NotificationTargetKind.Kuma) with { Schedule = "backup" }] };
        await bench.RunAsync();

        Assert.All((await bench.Test.RunAsync(name: null, Cancellation)).Results, static one => Assert.True(one.IsSent));
        Assert.Equal([(true, false)], bench.Of("life").Beats.Select(static beat => (beat.IsUp, beat.IsStart)));
        Assert.Equal((1, "No target is called 'pager'; there are phone, life."), (bench.Phone.Taken.Count, bench.Test.Unknown("pager")));
        bench.Of("life").Refusal = Down;
        Assert.Equal("phone did not answer.", Assert.Single((await bench.Test.RunAsync("life", Cancellation)).Results).Reason);

        var report = await bench.Report.ReadAsync(Cancellation);
        Assert.Equal([null, "backup"], report.Targets.Select(static one => one.Schedule));
        Assert.Equal(UsualRules.All.Count, report.Rules.Count);
        Assert.Contains(report.Rules, static rule => rule is { When: NotificationTime.Now, Before: "error", Text: "health.restored after error: now", Events: ["health.restored"] });
    }

    [Fact]
    public async Task A_test_that_succeeds_brings_it_back()
    {
        await bench.StartAsync("phone");
        bench.Phone.Refusal = new NotificationException("phone refused the token.") { IsFinal = true };
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();
        Assert.Equal([("phone", false, "phone refused the token.")], (await bench.Test.RunAsync("phone", Cancellation)).Results.Select(static one => (one.Target, one.IsSent, one.Reason!)));
        await bench.RunAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, bench.Phone.Attempts);

        bench.Phone.Refusal = null;
        Assert.True((await bench.Test.RunAsync(name: null, Cancellation)).Results[0].IsSent);
        await bench.RunAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["ArrFunctions: test", "ArrFunctions: Job failed"], bench.Phone.Taken.Select(static taken => taken.Title));
        Assert.Equal("working", (await bench.Report.ReadAsync(Cancellation)).Targets[0].State);
    }

    [Fact]
    public async Task A_test_that_was_taken_is_what_was_sent_last()
    {
        bench.Options = new() { Targets = [New.Target(), New.Target("life", NotificationTargetKind.Kuma)] };
        await bench.RunAsync();
        Assert.Equal([null, null], (await bench.Report.ReadAsync(Cancellation)).Targets.Select(static one => one.LastSent));

        await bench.Test.RunAsync(name: null, Cancellation);

        Assert.Equal([bench.Clock.GetUtcNow(), null], (await bench.Report.ReadAsync(Cancellation)).Targets.Select(static one => one.LastSent));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_test_in_the_middle_of_a_message_does_not_make_it_come_twice(bool isRefused)
    {
        await bench.StartAsync("phone");
        bench.Phone.Refusal = Down;
        await bench.HappenAsync(bench.Now(1));
        await bench.RunAsync();
        var answer = new TaskCompletionSource();
        (bench.Phone.Refusal, bench.Phone.Answer) = (null, answer.Task);
        var sending = bench.RunAsync(TimeSpan.FromMinutes(1));
        bench.Phone.Answer = Task.CompletedTask;
        Assert.True((await bench.Test.RunAsync("phone", Cancellation)).Results[0].IsSent);
        bench.Phone.Refusal = isRefused ? Down : null;
        answer.SetResult();
        await sending;

        var (state, _) = await bench.Store.StateAsync("phone", Cancellation);
        Assert.Equal((isRefused ? 1 : 0, null), (state.Failures, state.Owner));
        bench.Phone.Refusal = null;
        await bench.RunAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["ArrFunctions: test", "ArrFunctions: Job failed"], bench.Phone.Taken.Select(static taken => taken.Title));
    }
}
