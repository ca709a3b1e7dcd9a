using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Who is told of what, and how they stand. Addresses are secrets; of them the host is shown.</summary>
/// <param name="Rules">In their order; the first that fits an event holds.</param>
/// <param name="QuietHours">In words; null: there are none.</param>
/// <param name="AreQuietNow">Whether they hold now.</param>
/// <param name="RepeatAfterSeconds">What was told is told again only after this time.</param>
/// <param name="PublicUrl">Where the links of messages lead; null: they have none.</param>
internal sealed record NotificationList(
    IReadOnlyList<NotificationTargetView> Targets, IReadOnlyList<NotificationRuleView> Rules, string? QuietHours, bool AreQuietNow, long RepeatAfterSeconds, string? PublicUrl = null);

/// <summary>A rule with its parts, as settings name them, and in words.</summary>
/// <param name="Events">None: all.</param>
/// <param name="Targets">None: all that take messages.</param>
/// <param name="Actor">Who caused it; null: whoever.</param>
/// <param name="Before">State of the subject before; null: whatever it was.</param>
internal sealed record NotificationRuleView(
    IReadOnlyList<string> Events, EventSeverity Severity, IReadOnlyList<string> Targets, NotificationTime When, string Text, string? Actor = null, string? Before = null)
{
    public static NotificationRuleView Of(NotificationRule rule) => new(rule.Events, rule.Severity, rule.Targets, rule.When, RuleWords.Of(rule), rule.Actor, rule.Before);
}

/// <summary>How a target stands; of one that gets signs of life, only what it is.</summary>
/// <param name="State"><c>working</c>, <c>failing</c> (its last message was not taken, and is sent again), <c>outOfOrder</c>.</param>
/// <param name="Waiting">Notices that wait; at most 500 are kept.</param>
/// <param name="ForDigest">Events that the next digest tells.</param>
/// <param name="NextTry">When it is tried again; null where it does not fail, and where only a change of its settings or a test brings it back.</param>
/// <param name="ReadTo">Number of the last event that was looked at for it, at least; null: the log was not looked at yet.</param>
/// <param name="LastTrouble">Why a message was last not taken.</param>
/// <param name="Schedule">Whose runs it hears of; null: of the whole service, or it takes messages.</param>
internal sealed record NotificationTargetView(
    string Name,
    NotificationTargetKind Kind,
    string Host,
    string State,
    int Waiting,
    long ForDigest,
    long? ReadTo = null,
    DateTimeOffset? LastSent = null,
    DateTimeOffset? OutOfOrderSince = null,
    DateTimeOffset? NextTry = null,
    DateTimeOffset? LastFailure = null,
    string? LastTrouble = null,
    string? Schedule = null);
