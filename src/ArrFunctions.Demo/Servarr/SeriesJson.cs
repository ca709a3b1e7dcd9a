using System.Text.Json;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A series as Sonarr's API tells it (<c>GET series</c>).</summary>
internal static class SeriesJson
{
    public static void Write(Utf8JsonWriter json, FakeSonarr sonarr, Series series)
    {
        var counts = new EpisodeCounts(series, sonarr.EpisodesOf(series.Id), sonarr.FilesOf(series.Id), sonarr.Now);
        var aired = new DateTime(series.Year, 3, 1, 20, 0, 0, DateTimeKind.Utc);
        json.WriteStartObject();
        json.WriteString("title", series.Title);
        json.WriteWords("alternateTitles");
        json.WriteString("sortTitle", series.Title.ToLowerInvariant());
        json.WriteString("status", series.Status);
        json.WriteBoolean("ended", series.Status == "ended");
        json.WriteString("overview", $"What happens in {series.Title}.");
        json.WriteString("previousAiring", aired);
        json.WriteIfAny("network", series.Network);
        json.WriteString("airTime", "20:00");
        json.WriteWords("images");
        json.WriteLanguage("originalLanguage", series.OriginalLanguage.Id, series.OriginalLanguage.Name);
        WriteSeasons(json, series, counts);
        json.WriteNumber("year", series.Year);
        json.WriteString("path", sonarr.FolderOf(series));
        json.WriteNumber("qualityProfileId", series.ProfileId);
        json.WriteBoolean("seasonFolder", value: true);
        json.WriteBoolean("monitored", series.Monitored);
        json.WriteString("monitorNewItems", "all");
        json.WriteBoolean("useSceneNumbering", value: false);
        json.WriteNumber("runtime", series.Runtime);
        WriteIds(json, series);
        json.WriteString("firstAired", aired);
        json.WriteString("lastAired", aired);
        json.WriteString("seriesType", series.Type);
        json.WriteString("cleanTitle", series.Title.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal));
        json.WriteString("imdbId", series.ImdbId);
        json.WriteString("titleSlug", series.Title.ToLowerInvariant().Replace(' ', '-'));
        json.WriteString("rootFolderPath", sonarr.Root);
        json.WriteString("certification", "TV-14");
        json.WriteWords("genres", series.Genres);
        json.WriteNumbers("tags", sonarr.Tags.Numbers(series.Tags));
        json.WriteString("added", aired);
        json.WriteStartObject("ratings");
        json.WriteNumber("votes", 10);
        json.WriteNumber("value", 8.1);
        json.WriteEndObject();
        json.WriteStartObject("statistics");
        json.WriteNumber("seasonCount", counts.Seasons.Count(season => season > 0));
        counts.Write(json, season: null);
        json.WriteNumber("languageProfileId", 1);
        json.WriteNumber("id", series.Id);
        json.WriteEndObject();
    }

    private static void WriteIds(Utf8JsonWriter json, Series series)
    {
        json.WriteNumber("tvdbId", series.TvdbId);
        json.WriteNumber("tvRageId", 0);
        json.WriteNumber("tvMazeId", 0);
        json.WriteNumber("tmdbId", series.TmdbId);
    }

    private static void WriteSeasons(Utf8JsonWriter json, Series series, EpisodeCounts counts)
    {
        json.WriteStartArray("seasons");
        foreach (var season in counts.Seasons)
        {
            json.WriteStartObject();
            json.WriteNumber("seasonNumber", season);
            json.WriteBoolean("monitored", !series.UnmonitoredSeasons.Contains(season));
            json.WriteStartObject("statistics");
            json.WriteIfAny("previousAiring", counts.LastAired(season));
            counts.Write(json, season);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
