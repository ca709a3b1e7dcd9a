using System.Globalization;
using ArrFunctions.Jobs;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Movies and series as their application tells them.</summary>
internal static class TitleReading
{
    /// <summary>Of one series: no more than its row has room for.</summary>
    private const int MostSeasons = 1000;

    public static (LibraryTitle Title, string Print) Of(MovieResource movie) => (
        new()
        {
            Id = movie.Id,
            Title = movie.Title ?? "",
            Year = Known(movie.Year),
            ProfileId = movie.QualityProfileId,
            IsMonitored = movie.Monitored,
            Genres = movie.Genres ?? [],
            Collection = movie.Collection?.Title,
            Status = movie.Status,
            ImdbId = movie.ImdbId,
            TmdbId = Known(movie.TmdbId),
            Runtime = Known(movie.Runtime),
            Tags = movie.Tags,
        },
        movie.MovieFile is { Id: > 0 } file ? PrintOf(file) : "");

    public static (LibraryTitle Title, string Print) Of(SeriesResource series) => (
        new()
        {
            Id = series.Id,
            Title = series.Title ?? "",
            Year = Known(series.Year),
            ProfileId = series.QualityProfileId,
            IsMonitored = series.Monitored,
            Genres = series.Genres ?? [],
            Network = series.Network,
            Status = series.Status,
            ImdbId = series.ImdbId,
            TmdbId = Known(series.TmdbId),
            TvdbId = Known(series.TvdbId),
            Runtime = Known(series.Runtime),
            Tags = series.Tags,
            Seasons = [.. series.Seasons.OrderBy(static season => season.SeasonNumber).Take(MostSeasons).Select(static season => SeasonOf(season))],
        },
        series.Statistics is { EpisodeFileCount: > 0 } files ? string.Create(CultureInfo.InvariantCulture, $"{files.EpisodeFileCount}:{files.SizeOnDisk}") : "");

    /// <summary>Not by what a profile makes of the file: that follows from the profile.</summary>
    private static string PrintOf(MediaFileResource file) => JobId.Hash(
        file.Id.ToString(CultureInfo.InvariantCulture),
        file.RelativePath ?? "",
        (file.Size ?? 0).ToString(CultureInfo.InvariantCulture),
        file.DateAdded ?? "",
        file.Quality?.Quality?.Name ?? "",
        file.MediaInfo?.Resolution ?? "")[..12];

    private static LibrarySeason SeasonOf(SeasonResource season) => new(
        season.SeasonNumber,
        season.Monitored,
        season.Statistics?.EpisodeFileCount ?? 0,
        season.Statistics?.EpisodeCount ?? 0,
        season.Statistics?.TotalEpisodeCount ?? 0);

    private static int? Known(int number) => number > 0 ? number : null;
}
