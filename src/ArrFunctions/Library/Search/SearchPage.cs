namespace ArrFunctions.Library.Search;

/// <summary>A page of the log of searches, newest first.</summary>
/// <param name="Cursor">Null: there are no more.</param>
internal sealed record SearchPage(IReadOnlyList<SearchEntry> Searches, string? Cursor);
