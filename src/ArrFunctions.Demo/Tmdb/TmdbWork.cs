namespace ArrFunctions.Demo.Tmdb;

/// <summary>A film or series that the fake TMDB knows.</summary>
public sealed record TmdbWork
{
    public required bool IsMovie { get; init; }

    public required int Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Null: the title.</summary>
    public string? OriginalTitle { get; init; }

    /// <summary>ISO 639-1, <c>cn</c> or <c>xx</c>.</summary>
    public required string OriginalLanguage { get; init; }

    public int? Year { get; init; }

    /// <summary>Years in which it came out elsewhere; a search for films by year finds these too.</summary>
    public IReadOnlyList<int> OtherReleases { get; init; } = [];

    public int? TvdbId { get; init; }
}
