namespace ArrFunctions.Ops.Events;

/// <summary>An event, and its number in the order in which events came to the log.</summary>
/// <param name="Told">Null when it was removed since.</param>
internal sealed record NumberedEvent(long Number, EventRecord? Told);
