using System.Globalization;
using System.Text.Json;

namespace ArrFunctions.Demo.Servarr;

/// <summary>An episode as Sonarr's API tells it (<c>GET episode</c>).</summary>
internal static class EpisodeJson
{
    /// <param name="file">Null while it has none.</param>
    public static void Write(Utf8JsonWriter json, FakeSonarr sonarr, Series series, Episode episode, LibraryFile? file, bool withFile)
    {
        var aired = series.AiredOf(episode);
        json.WriteStartObject();
        json.WriteNumber("seriesId", episode.SeriesId);
        json.WriteNumber("tvdbId", episode.TvdbId);
        json.WriteNumber("episodeFileId", file?.Id ?? 0);
        json.WriteNumber("seasonNumber", episode.SeasonNumber);
        json.WriteNumber("episodeNumber", episode.EpisodeNumber);
        json.WriteString("title", episode.Title);
        json.WriteString("airDate", aired.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("airDateUtc", aired.UtcDateTime);
        json.WriteIfAny("lastSearchTime", sonarr.LastSearchOf(episode.Id));
        json.WriteNumber("runtime", series.Runtime);
        json.WriteString("overview", $"What happens in {episode.Title}.");
        if (withFile && file is not null)
        {
            json.WritePropertyName("episodeFile");
            FileResource.Write(json, sonarr, file);
        }

        json.WriteBoolean("hasFile", file is not null);
        json.WriteBoolean("monitored", episode.Monitored);
        json.WriteBoolean("unverifiedSceneNumbering", value: false);
        json.WriteNumber("id", episode.Id);
        json.WriteEndObject();
    }
}
