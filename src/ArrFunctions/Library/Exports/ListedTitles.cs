namespace ArrFunctions.Library.Exports;

/// <summary>The movies or series that an instance told of.</summary>
/// <param name="Settled">Ids of those whose files are as they were, as far as anybody can tell.</param>
internal sealed record ListedTitles(int Count, IReadOnlyList<int> Settled);
