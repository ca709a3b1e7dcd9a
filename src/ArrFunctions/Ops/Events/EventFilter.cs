using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <summary>Which events are wanted; null leaves a trait open.</summary>
internal sealed record EventFilter
{
    public static EventFilter All { get; } = new();

    /// <summary>A whole name, or with a dot at its end the beginning of names.</summary>
    public string? Name { get; init; }

    /// <summary>This one, or a graver one.</summary>
    public EventSeverity Severity { get; init; }

    public string? Subject { get; init; }

    public string? Actor { get; init; }

    public string? Correlation { get; init; }

    /// <summary>The first instant that is wanted.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant that is not.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether every event of a range of time is wanted.</summary>
    public bool IsOfTimeAlone => this == new EventFilter { From = From, To = To };

    /// <summary>Prefix of the rows of an index that hold all that is wanted; null: there is no such index.</summary>
    public string? IndexPrefix =>
        Correlation is not null ? EventKeys.OfCorrelation(Correlation)
        : Subject is not null ? EventKeys.OfSubject(Subject)
        : null;

    public bool Fits(EventRecord told) =>
        told.Severity >= Severity
        && (Name is null || (Name.EndsWith('.') ? told.Name.StartsWith(Name, StringComparison.Ordinal) : told.Name == Name))
        && (Subject is null || told.Subject == Subject)
        && (Actor is null || told.Actor == Actor)
        && (Correlation is null || told.CorrelationId == Correlation)
        && !(told.Time < From) && !(told.Time >= To);

    /// <summary>Keys of the wanted range of time among rows that are ordered by place behind a prefix.</summary>
    public RowKeyRange Range(string prefix)
    {
        var whole = RowKeyRange.Prefix(prefix);
        return new(EventKeys.PlaceBefore(To) is { } first ? prefix + first : whole.From, EventKeys.PlaceBefore(From) is { } end ? prefix + end : whole.To);
    }
}
