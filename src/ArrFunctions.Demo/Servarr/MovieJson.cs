using System.Text.Json;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A movie as Radarr's API tells it (<c>GET movie</c>).</summary>
internal static class MovieJson
{
    public static void Write(Utf8JsonWriter json, FakeRadarr radarr, Movie movie)
    {
        var file = radarr.FilesOf(movie.Id) is [.., var last] ? last : null;
        json.WriteStartObject();
        WriteTitle(json, movie, file);
        WriteDates(json, new DateTime(movie.Year, 6, 2, 0, 0, 0, DateTimeKind.Utc));
        json.WriteWords("images");
        json.WriteString("website", "");
        json.WriteNumber("year", movie.Year);
        json.WriteString("youTubeTrailerId", "");
        json.WriteString("studio", "Demo");
        json.WriteString("path", radarr.FolderOf(movie));
        json.WriteNumber("qualityProfileId", movie.ProfileId);
        json.WriteBoolean("hasFile", file is not null);
        json.WriteNumber("movieFileId", file?.Id ?? 0);
        json.WriteBoolean("monitored", movie.Monitored);
        json.WriteString("minimumAvailability", "released");
        json.WriteBoolean("isAvailable", movie.Status == "released");
        json.WriteString("folderName", radarr.FolderOf(movie));
        json.WriteNumber("runtime", movie.Runtime);
        json.WriteString("cleanTitle", movie.Title.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal));
        json.WriteString("imdbId", movie.ImdbId);
        json.WriteNumber("tmdbId", movie.TmdbId);
        json.WriteString("titleSlug", $"{movie.TmdbId}");
        json.WriteString("rootFolderPath", radarr.Root);
        json.WriteString("certification", "R");
        json.WriteWords("genres", movie.Genres);
        json.WriteWords("keywords", "demo");
        json.WriteNumbers("tags", radarr.Tags.Numbers(movie.Tags));
        json.WriteString("added", new DateTime(movie.Year, 6, 2, 0, 0, 0, DateTimeKind.Utc));
        WriteRatings(json);
        if (file is not null)
        {
            json.WritePropertyName("movieFile");
            FileResource.Write(json, radarr, file, withFormats: false);
        }

        WriteCollection(json, movie.Collection);
        json.WriteNumber("popularity", 1.5);
        json.WriteIfAny("lastSearchTime", radarr.LastSearchOf(movie.Id));
        WriteStatistics(json, file);
        json.WriteNumber("id", movie.Id);
        json.WriteEndObject();
    }

    private static void WriteTitle(Utf8JsonWriter json, Movie movie, LibraryFile? file)
    {
        json.WriteString("title", movie.Title);
        json.WriteString("originalTitle", movie.Title);
        json.WriteLanguage("originalLanguage", movie.OriginalLanguage.Id, movie.OriginalLanguage.Name);
        json.WriteWords("alternateTitles");
        json.WriteNumber("secondaryYearSourceId", 0);
        json.WriteString("sortTitle", movie.Title.ToLowerInvariant());
        json.WriteNumber("sizeOnDisk", file?.Size ?? 0);
        json.WriteString("status", movie.Status);
        json.WriteString("overview", $"What happens in {movie.Title}.");
    }

    private static void WriteDates(Utf8JsonWriter json, DateTime released)
    {
        json.WriteString("inCinemas", released.AddMonths(-5));
        json.WriteString("physicalRelease", released);
        json.WriteString("digitalRelease", released.AddMonths(-1));
        json.WriteString("releaseDate", released.AddMonths(-1));
    }

    private static void WriteRatings(Utf8JsonWriter json)
    {
        json.WriteStartObject("ratings");
        json.WriteStartObject("tmdb");
        json.WriteNumber("votes", 100);
        json.WriteNumber("value", 7.5);
        json.WriteString("type", "user");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCollection(Utf8JsonWriter json, MovieCollection? collection)
    {
        if (collection is not null)
        {
            json.WriteStartObject("collection");
            json.WriteString("title", collection.Title);
            json.WriteNumber("tmdbId", collection.TmdbId);
            json.WriteEndObject();
        }
    }

    private static void WriteStatistics(Utf8JsonWriter json, LibraryFile? file)
    {
        json.WriteStartObject("statistics");
        json.WriteNumber("movieFileCount", file is null ? 0 : 1);
        json.WriteNumber("sizeOnDisk", file?.Size ?? 0);
        json.WriteWords("releaseGroups", file?.Import.ReleaseGroup is { } group ? [group] : []);
        json.WriteEndObject();
    }
}
