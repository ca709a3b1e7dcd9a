namespace ArrFunctions.Ops.Access;

/// <summary>When a key was used last.</summary>
/// <param name="Time">To the minute.</param>
/// <param name="Client">Address of who used it.</param>
internal sealed record KeyUse(DateTimeOffset Time, string Client);
