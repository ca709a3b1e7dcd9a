namespace ArrFunctions.Library.Exports;

/// <summary>What decides on the files that are fetched.</summary>
internal sealed record FetchRules(LibraryState State, IReadOnlyDictionary<int, StoredProfile> Profiles);
