using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A movie as Radarr's API tells it (<c>GET movie</c>).</summary>
internal static class MovieJson
{
    /// <param name="movie">The movie.</param>
    /// <param name="file">Null while it has none.</param>
    /// <param name="folder">Its folder as Radarr sees it.</param>
    /// <param name="root">The root folder as Radarr sees it.</param>
    /// <param name="tags">Ids.</param>
    public static JsonObject Of(Movie movie, LibraryFile? file, string folder, string root, JsonArray tags)
    {
        var released = new DateTime(movie.Year, 6, 2, 0, 0, 0, DateTimeKind.Utc);
        return new()
        {
            ["title"] = movie.Title,
            ["originalTitle"] = movie.Title,
            ["originalLanguage"] = FileJson.Language(movie.OriginalLanguage),
            ["alternateTitles"] = new JsonArray(),
            ["secondaryYearSourceId"] = 0,
            ["sortTitle"] = movie.Title.ToLowerInvariant(),
            ["sizeOnDisk"] = file?.Size ?? 0,
            ["status"] = "released",
            ["overview"] = $"What happens in {movie.Title}.",
            ["inCinemas"] = released.AddMonths(-5),
            ["physicalRelease"] = released,
            ["digitalRelease"] = released.AddMonths(-1),
            ["releaseDate"] = released.AddMonths(-1),
            ["images"] = new JsonArray(),
            ["website"] = "",
            ["year"] = movie.Year,
            ["youTubeTrailerId"] = "",
            ["studio"] = "Demo",
            ["path"] = folder,
            ["qualityProfileId"] = 1,
            ["hasFile"] = file is not null,
            ["movieFileId"] = file?.Id ?? 0,
            ["monitored"] = true,
            ["minimumAvailability"] = "released",
            ["isAvailable"] = true,
            ["folderName"] = folder,
            ["runtime"] = 1,
            ["cleanTitle"] = movie.Title.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal),
            ["imdbId"] = movie.ImdbId,
            ["tmdbId"] = movie.TmdbId,
            ["titleSlug"] = $"{movie.TmdbId}",
            ["rootFolderPath"] = root,
            ["certification"] = "R",
            ["genres"] = WireJson.Words("Drama"),
            ["keywords"] = WireJson.Words("demo"),
            ["tags"] = tags,
            ["added"] = released,
            ["ratings"] = new JsonObject { ["tmdb"] = new JsonObject { ["votes"] = 100, ["value"] = 7.5, ["type"] = "user" } },
            ["movieFile"] = file is null ? null : WithoutFormats(FileResource.Of(ServarrApp.Radarr, file)),
            ["popularity"] = 1.5,
            ["statistics"] = new JsonObject
            {
                ["movieFileCount"] = file is null ? 0 : 1,
                ["sizeOnDisk"] = file?.Size ?? 0,
                ["releaseGroups"] = file is null ? [] : WireJson.Words(file.Import.ReleaseGroup),
            },
            ["id"] = movie.Id,
        };
    }

    /// <summary>Inside a movie the file comes without what its custom formats are.</summary>
    private static JsonObject WithoutFormats(JsonObject file)
    {
        file.Remove("customFormats");
        file.Remove("customFormatScore");
        return file;
    }
}
