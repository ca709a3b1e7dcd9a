namespace ArrFunctions.Ops.Events;

/// <summary>A page of the log, newest first.</summary>
/// <param name="Cursor">For the next page; null when this is the last.</param>
internal sealed record EventPage(IReadOnlyList<EventRecord> Events, string? Cursor);
