namespace ArrFunctions.Ops.Events;

/// <summary>A line of the event file.</summary>
/// <param name="Number">In the order in which events came to the log; it grows by one, and by more where events were removed before they were written.</param>
internal sealed record FiledEvent(long Number, EventRecord Event);
