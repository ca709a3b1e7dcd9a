using System.Globalization;

namespace ArrFunctions.Metadata.Tmdb;

/// <summary>Every body that TMDB answers with, as far as it is used: one film or series, a list of them, or an error.</summary>
internal sealed record TmdbReply
{
    /// <summary>404 with this code is TMDB's own; any other 404 is not.</summary>
    public const int NotFound = 34;

    public int? StatusCode { get; init; }

    /// <summary>Of a search.</summary>
    public IReadOnlyList<TmdbReply?>? Results { get; init; }

    /// <summary>Of a find by the id of another site.</summary>
    public IReadOnlyList<TmdbReply?>? TvResults { get; init; }

    public int? Id { get; init; }

    /// <summary>Of a film; a series has a name.</summary>
    public string? Title { get; init; }

    public string? OriginalTitle { get; init; }

    public string? Name { get; init; }

    public string? OriginalName { get; init; }

    public string? OriginalLanguage { get; init; }

    public string? ReleaseDate { get; init; }

    public string? FirstAirDate { get; init; }

    /// <summary>Null when it is neither a film, a series nor a list of them.</summary>
    public IReadOnlyList<TmdbTitle>? Titles() =>
        (Results ?? TvResults) is { } list ? [.. list.Select(item => item?.ToTitle()).OfType<TmdbTitle>()]
        : ToTitle() is { } single ? [single]
        : null;

    private TmdbTitle? ToTitle() => Id is { } id && (Title ?? Name) is { } title
        ? new()
        {
            Kind = Title is null ? MediaKind.Series : MediaKind.Movie,
            Id = id,
            Title = title,
            OriginalTitle = OriginalTitle ?? OriginalName ?? title,
            OriginalLanguage = OriginalLanguage,
            Year = YearOf(ReleaseDate ?? FirstAirDate),
        }
        : null;

    /// <summary>A date is <c>1999-03-31</c>, and empty where TMDB has none.</summary>
    private static int? YearOf(string? date) =>
        date?.Length >= 4 && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
