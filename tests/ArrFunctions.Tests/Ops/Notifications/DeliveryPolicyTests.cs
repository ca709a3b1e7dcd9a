using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Notifications;

namespace ArrFunctions.Tests.Ops.Notifications;

public sealed class DeliveryPolicyTests
{
    private static readonly DateTimeOffset Noon = New.Start.AddHours(12);
    private static readonly DateTimeOffset Night = New.Start.AddHours(23);
    private static readonly NotificationsOptions Quiet = new() { QuietHours = new(new(22, 0), new(7, 0), TimeZoneInfo.Utc) };

    [Fact]
    public void All_that_waits_becomes_one_message() => Assert.Equal(["a", "b", "c"], Sent([New.Waiting("a"), New.Waiting("b"), New.Waiting("c")], new(), Quiet, Noon));

    [Fact]
    public void A_digest_is_a_message_of_its_own_in_its_turn()
    {
        Assert.Equal(["a"], Sent([New.Digest("a"), New.Waiting("b")], new(), new(), Noon));
        Assert.Equal(["a", "c"], Sent([New.Waiting("a"), New.Digest("b"), New.Waiting("c")], new(), new(), Noon));
    }

    [Fact]
    public void In_quiet_hours_only_what_is_urgent_goes_and_no_digest()
    {
        KeptNotice[] waiting = [New.Digest("a"), New.Waiting("b", EventSeverity.Warning), New.Waiting("c")];

        Assert.Equal(["c"], Sent(waiting, new(), Quiet, Night));
        Assert.Equal(["b", "c"], Sent(waiting, new(), Quiet with { UrgentFrom = EventSeverity.Warning }, Night));
        Assert.Equal(new DeliveryStep.Wait(New.Start.AddDays(1).AddHours(7)), DeliveryPolicy.Next(waiting[..2], new(), Quiet, Night));
        Assert.Equal(["a"], Sent(waiting, new(), Quiet, New.Start.AddDays(1).AddHours(7)));
    }

    [Fact]
    public void The_next_message_keeps_its_distance_and_the_next_attempt_too()
    {
        var sent = new TargetState { LastSent = Noon };
        Assert.Equal(new DeliveryStep.Wait(Noon + sent.Spacing), DeliveryPolicy.Next([New.Waiting("a")], sent, new(), Noon.AddSeconds(1)));
        Assert.Equal(["a"], Sent([New.Waiting("a")], sent, new(), Noon + sent.Spacing));

        var failed = new TargetState { NextTry = Noon.AddMinutes(5) };
        Assert.Equal(new DeliveryStep.Wait(Noon.AddMinutes(5)), DeliveryPolicy.Next([New.Waiting("a")], failed, new(), Noon));
    }

    [Fact]
    public void A_time_that_was_set_by_a_clock_that_was_ahead_holds_nothing_up() =>
        Assert.Equal(["a"], Sent([New.Waiting("a")], new() { LastSent = Noon.AddYears(1), NextTry = Noon.AddYears(1) }, new(), Noon));

    [Fact]
    public void Nothing_is_tried_where_another_attempt_would_fail_as_well() =>
        Assert.IsType<DeliveryStep.Rest>(DeliveryPolicy.Next([New.Waiting("a")], new() { IsFinal = true }, new(), Noon));

    private static IEnumerable<string> Sent(IReadOnlyList<KeptNotice> waiting, TargetState state, NotificationsOptions options, DateTimeOffset now) =>
        Assert.IsType<DeliveryStep.Send>(DeliveryPolicy.Next(waiting, state, options, now)).Notices.Select(static kept => kept.Key);
}
