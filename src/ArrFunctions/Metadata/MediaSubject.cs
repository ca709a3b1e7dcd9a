namespace ArrFunctions.Metadata;

/// <summary>What somebody knows of the film or series that a file belongs to; a member is null where nobody said.</summary>
public sealed record MediaSubject
{
    public MediaKind Kind { get; init; }

    /// <summary>Id of the movie or series at the instance that manages it.</summary>
    public int? Id { get; init; }

    public string? Title { get; init; }

    public int? Year { get; init; }

    public int? TmdbId { get; init; }

    public int? TvdbId { get; init; }

    /// <summary>As whoever said it names it: "Japanese", "ja".</summary>
    public string? OriginalLanguage { get; init; }

    /// <summary>Labels of its tags at the instance; empty when it has none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Sonarr's series type: standard, daily, anime.</summary>
    public string? SeriesType { get; init; }

    /// <summary>With what somebody else knows where this one has nothing; the language of the other, who was asked for it.</summary>
    public MediaSubject CompletedBy(MediaSubject other) => this with
    {
        Kind = Kind is MediaKind.Unknown ? other.Kind : Kind,
        Id = Id ?? other.Id,
        Title = Title ?? other.Title,
        Year = Year ?? other.Year,
        TmdbId = TmdbId > 0 ? TmdbId : other.TmdbId,
        TvdbId = TvdbId > 0 ? TvdbId : other.TvdbId,
        OriginalLanguage = other.OriginalLanguage ?? OriginalLanguage,
        Tags = Tags ?? other.Tags,
        SeriesType = SeriesType ?? other.SeriesType,
    };
}
