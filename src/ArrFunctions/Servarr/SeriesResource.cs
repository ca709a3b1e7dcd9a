namespace ArrFunctions.Servarr;

/// <summary>A series of Sonarr, as far as it is used (<c>GET series</c>).</summary>
internal sealed record SeriesResource
{
    public int Id { get; init; }

    public string? Title { get; init; }

    public int Year { get; init; }

    public int TvdbId { get; init; }

    public int TmdbId { get; init; }

    /// <summary>Its folder as Sonarr names it.</summary>
    public string? Path { get; init; }

    /// <summary>standard, daily, anime.</summary>
    public string? SeriesType { get; init; }

    public LanguageResource? OriginalLanguage { get; init; }

    /// <summary>Ids of tags.</summary>
    public IReadOnlyList<int> Tags { get; init; } = [];
}
