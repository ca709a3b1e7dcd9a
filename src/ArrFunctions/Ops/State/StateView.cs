namespace ArrFunctions.Ops.State;

/// <summary>What a host says of its state.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Tables">The tables that have rows.</param>
/// <param name="Import">The import that has begun and has not ended.</param>
internal sealed record StateView(string Version, IReadOnlyList<string> Tables, ImportMark? Import);

/// <param name="Changes">How many rows a chunk wrote or removed.</param>
internal sealed record ChunkResult(int Changes);
