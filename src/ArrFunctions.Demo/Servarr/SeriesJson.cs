using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A series as Sonarr's API tells it (<c>GET series</c>).</summary>
internal static class SeriesJson
{
    /// <param name="series">The series.</param>
    /// <param name="files">Its episode files.</param>
    /// <param name="folder">Its folder as Sonarr sees it.</param>
    /// <param name="root">The root folder as Sonarr sees it.</param>
    /// <param name="tags">Ids.</param>
    public static JsonObject Of(Series series, IReadOnlyList<LibraryFile> files, string folder, string root, JsonArray tags)
    {
        var aired = new DateTime(series.Year, 3, 1, 20, 0, 0, DateTimeKind.Utc);
        var seasons = files.SelectMany(file => file.Episodes).Select(episode => episode.SeasonNumber).Append(1).Distinct().Order();
        return new()
        {
            ["title"] = series.Title,
            ["alternateTitles"] = new JsonArray(),
            ["sortTitle"] = series.Title.ToLowerInvariant(),
            ["status"] = "ended",
            ["ended"] = true,
            ["overview"] = $"What happens in {series.Title}.",
            ["previousAiring"] = aired,
            ["network"] = "DEMO",
            ["airTime"] = "20:00",
            ["images"] = new JsonArray(),
            ["originalLanguage"] = FileJson.Language(series.OriginalLanguage),
            ["seasons"] = WireJson.List(seasons.Select(number => Season(number, files, aired))),
            ["year"] = series.Year,
            ["path"] = folder,
            ["qualityProfileId"] = 1,
            ["seasonFolder"] = true,
            ["monitored"] = true,
            ["monitorNewItems"] = "all",
            ["useSceneNumbering"] = false,
            ["runtime"] = 1,
            ["tvdbId"] = series.TvdbId,
            ["tvRageId"] = 0,
            ["tvMazeId"] = 0,
            ["tmdbId"] = series.TmdbId,
            ["firstAired"] = aired,
            ["lastAired"] = aired,
            ["seriesType"] = series.Type,
            ["cleanTitle"] = series.Title.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal),
            ["imdbId"] = series.ImdbId,
            ["titleSlug"] = series.Title.ToLowerInvariant().Replace(' ', '-'),
            ["rootFolderPath"] = root,
            ["certification"] = "TV-14",
            ["genres"] = WireJson.Words("Drama"),
            ["tags"] = tags,
            ["added"] = aired,
            ["ratings"] = new JsonObject { ["votes"] = 10, ["value"] = 8.1 },
            ["statistics"] = Statistics(files, new() { ["seasonCount"] = seasons.Count() }),
            ["languageProfileId"] = 1,
            ["id"] = series.Id,
        };
    }

    private static JsonObject Season(int number, IReadOnlyList<LibraryFile> files, DateTime aired) => new()
    {
        ["seasonNumber"] = number,
        ["monitored"] = true,
        ["statistics"] = Statistics(
            [.. files.Where(file => file.Episodes.Any(episode => episode.SeasonNumber == number))], new() { ["previousAiring"] = aired }),
    };

    private static JsonObject Statistics(IReadOnlyList<LibraryFile> files, JsonObject first)
    {
        var episodes = files.Sum(file => file.Episodes.Count);
        first["episodeFileCount"] = files.Count;
        first["episodeCount"] = episodes;
        first["totalEpisodeCount"] = episodes;
        first["sizeOnDisk"] = files.Sum(file => file.Size);
        first["releaseGroups"] = WireJson.Words(files.Select(file => file.Import.ReleaseGroup).Distinct(StringComparer.Ordinal));
        first["percentOfEpisodes"] = episodes == 0 ? 0 : 100;
        return first;
    }
}
