using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>A rule as people read it.</summary>
internal static class RuleWords
{
    public static string Of(NotificationRule rule)
    {
        var events = rule.Events is [] ? "all events" : string.Join(", ", rule.Events);
        var severity = rule.Severity is EventSeverity.Information ? "" : $" of severity {Severity(rule.Severity)}";
        var actor = $"{(rule.Actor is null ? "" : $" by {rule.Actor}")}{(rule.Before is null ? "" : $" after {rule.Before}")}";
        var targets = rule.Targets is [] ? "" : $" to {string.Join(", ", rule.Targets)}";
        return rule.When switch
        {
            NotificationTime.Never => $"{events}{severity}{actor}: never",
            NotificationTime.Digest => $"{events}{severity}{actor}: in the digest{targets}",
            _ => $"{events}{severity}{actor}: now{targets}",
        };
    }

    public static string Severity(EventSeverity severity) => severity switch
    {
        EventSeverity.Error => "error",
        EventSeverity.Warning => "warning or error",
        _ => "information, warning or error",
    };
}
