namespace ArrFunctions.Library.Search;

/// <summary>Why an instance is not asked to search now, whatever for.</summary>
/// <param name="Reason">A sentence for people.</param>
/// <param name="Until">Null: nobody knows.</param>
internal sealed record SearchHold(string Reason, DateTimeOffset? Until = null);
