namespace ArrFunctions.Ops.Events;

/// <summary>Settings of the event log (section <c>Events</c>).</summary>
public sealed record EventsOptions
{
    /// <summary><c>Events:KeepFor</c>: how long events are kept, and what is kept beside them.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary><c>Events:KeepAuditFor</c>: the same of events of keys, configuration, access and the state as a whole.</summary>
    public TimeSpan KeepAuditFor { get; init; } = TimeSpan.FromDays(3650);

    /// <summary><c>Events:File</c>: every event is also appended to this file, as a line of JSON; null: to none.</summary>
    public string? File { get; init; }

    /// <summary><c>Events:FileSize</c>: from this size on, in bytes, a new file is begun.</summary>
    public long FileSize { get; init; } = 10L * 1024 * 1024;

    /// <summary><c>Events:FileCount</c>: how many files there are at most, with the one that is written to.</summary>
    public int FileCount { get; init; } = 5;
}
