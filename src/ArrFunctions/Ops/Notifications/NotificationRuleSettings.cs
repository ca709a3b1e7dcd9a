using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>The list <c>Notifications:Rules</c>.</summary>
internal static class NotificationRuleSettings
{
    private const string List = "Notifications:Rules";

    private static readonly ListSetting<string> Events = new(
        $"{List}:{{N}}:Events", NotificationSettingKinds.EventName, Default: null, "names of events, or beginnings of names with their dot, such as `indexer.`; none: all");

    private static readonly Setting<EventSeverity> Severity = new(
        $"{List}:{{N}}:Severity", SettingKinds.Choice<EventSeverity>(), "information", "events of this severity and graver ones: `information`, `warning`, `error`");

    private static readonly Setting<string> Actor = new(
        $"{List}:{{N}}:Actor",
        SettingKinds.Text("is not what the actor of an event is called, such as schedule:library-export", static text => text.Length is > 0 and <= 200 && !text.Any(static letter => letter <= ' ' || char.IsControl(letter))),
        Default: null,
        "who caused the event, as the log names it, such as `schedule:library-export`; none: whoever");

    private static readonly Setting<string> Before = new(
        $"{List}:{{N}}:Before",
        SettingKinds.Text("is no state as an event has it, such as error", static text => text.Length is > 0 and <= 200 && !text.Any(char.IsControl)),
        Default: null,
        "what the subject was before, such as `error` for `health.restored`; none: whatever it was");

    private static readonly ListSetting<string> Targets = new(
        $"{List}:{{N}}:Targets", SettingKinds.Slug, Default: null, "names of targets; none: all that take messages");

    private static readonly Setting<NotificationTime> When = new(
        $"{List}:{{N}}:When", SettingKinds.Choice<NotificationTime>(), "now", "`now`, `digest` (once a day, together), `never`");

    public static IReadOnlyList<Setting> All { get; } = [Events, Severity, Actor, Before, Targets, When];

    /// <summary>A rule for a target that there is not, or that takes no messages, is refused.</summary>
    public static IReadOnlyList<NotificationRule> Read(SettingReader settings, IReadOnlyList<NotificationTarget> targets) =>
        [.. settings.Places(List).Select(place => Read(settings, place, targets))];

    private static NotificationRule Read(SettingReader settings, int place, IReadOnlyList<NotificationTarget> targets)
    {
        var rule = new NotificationRule
        {
            Events = settings.Get(Events.At(place)),
            Severity = settings.Get(Severity.At(place)),
            Actor = settings.TryGet(Actor.At(place), out var actor) ? actor : null,
            Before = settings.TryGet(Before.At(place), out var before) ? before : null,
            Targets = settings.Get(Targets.At(place)),
            When = settings.Get(When.At(place)),
        };
        string[] known = [.. targets.Where(static target => !target.IsHeartbeat).Select(static target => target.Name)];
        foreach (var unknown in rule.Targets.Except(known, StringComparer.Ordinal))
        {
            settings.Refuse($"{settings.NameOf(Targets.At(place))}: '{unknown}' is no target that takes messages. "
                + (known is [] ? "None is configured." : $"Configured are {string.Join(", ", known)}."));
        }

        return rule;
    }
}
