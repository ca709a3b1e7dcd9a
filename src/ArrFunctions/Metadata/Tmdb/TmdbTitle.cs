namespace ArrFunctions.Metadata.Tmdb;

/// <summary>A film or series of TMDB.</summary>
internal sealed record TmdbTitle
{
    public required MediaKind Kind { get; init; }

    public required int Id { get; init; }

    public required string Title { get; init; }

    public required string OriginalTitle { get; init; }

    /// <summary>ISO 639-1, but <c>cn</c> for Cantonese and <c>xx</c> for none.</summary>
    public string? OriginalLanguage { get; init; }

    /// <summary>Year of the release, or of the first episode.</summary>
    public int? Year { get; init; }
}
