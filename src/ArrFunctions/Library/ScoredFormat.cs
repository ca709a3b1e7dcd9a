namespace ArrFunctions.Library;

/// <summary>A custom format (<c>GET customformat</c>).</summary>
/// <param name="Id">At its instance.</param>
/// <param name="Name">As its user wrote it: any characters.</param>
public sealed record ScoredFormat(int Id, string Name);
