using ArrFunctions.Ops.Events;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Which events are told to whom, and when (one entry of <c>Notifications:Rules</c>).</summary>
public sealed record NotificationRule
{
    /// <summary>Names of events, or their beginnings with a dot: <c>job.failed</c>, <c>indexer.</c>; none: all.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>Events of this severity, and graver ones.</summary>
    public EventSeverity Severity { get; init; } = EventSeverity.Information;

    /// <summary>Who caused it, as <c>schedule:library-export</c>; null: whoever.</summary>
    public string? Actor { get; init; }

    /// <summary>State of the subject before; null: whatever it was.</summary>
    public string? Before { get; init; }

    /// <summary>Names of targets; none: all that take messages.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public NotificationTime When { get; init; } = NotificationTime.Now;

    public bool Fits(EventRecord told) =>
        told.Severity >= Severity
        && (Actor is null || told.Actor == Actor)
        && (Before is null || told.Before == Before)
        && (Events is [] || Events.Any(name => name.EndsWith('.') ? told.Name.StartsWith(name, StringComparison.Ordinal) : told.Name == name));
}
