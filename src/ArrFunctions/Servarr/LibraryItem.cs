using ArrFunctions.Metadata;

namespace ArrFunctions.Servarr;

/// <summary>A movie or series as an instance knows it.</summary>
/// <param name="Subject">Without its tags.</param>
/// <param name="Tags">Ids.</param>
internal sealed record LibraryItem(MediaSubject Subject, IReadOnlyList<int> Tags)
{
    public static LibraryItem Of(MovieResource movie) => new(
        new()
        {
            Kind = MediaKind.Movie,
            Id = Known(movie.Id),
            Title = movie.Title,
            Year = Known(movie.Year),
            TmdbId = Known(movie.TmdbId),
            OriginalLanguage = Known(movie.OriginalLanguage),
        },
        movie.Tags);

    public static LibraryItem Of(SeriesResource series) => new(
        new()
        {
            Kind = MediaKind.Series,
            Id = Known(series.Id),
            Title = series.Title,
            Year = Known(series.Year),
            TmdbId = Known(series.TmdbId),
            TvdbId = Known(series.TvdbId),
            SeriesType = series.SeriesType,
            OriginalLanguage = Known(series.OriginalLanguage),
        },
        series.Tags);

    private static int? Known(int number) => number > 0 ? number : null;

    private static string? Known(LanguageResource? language) => language is { Id: > 0 } ? language.Name : null;
}
