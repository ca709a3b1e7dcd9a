namespace ArrFunctions.Demo.Servarr;

/// <summary>A custom format that a file matches.</summary>
public sealed record CustomFormat(int Id, string Name);
