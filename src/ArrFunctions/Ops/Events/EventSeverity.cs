namespace ArrFunctions.Ops.Events;

public enum EventSeverity
{
    Information,
    Warning,
    Error,
}
