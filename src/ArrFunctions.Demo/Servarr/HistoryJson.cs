using System.Text.Json;

namespace ArrFunctions.Demo.Servarr;

/// <summary>An entry of the history as the API tells it: what its formats count is worked out when it is asked for.</summary>
internal static class HistoryJson
{
    public static void Write(Utf8JsonWriter json, FakeLibrary library, HistoryEntry entry)
    {
        var quality = library.Qualities.Find(entry.Import.Quality);
        json.WriteStartObject();
        if (entry.Episode is { } episode)
        {
            json.WriteNumber("episodeId", episode.Id);
            json.WriteNumber("seriesId", episode.SeriesId);
        }
        else
        {
            json.WriteNumber("movieId", entry.SubjectId);
        }

        json.WriteString("sourceTitle", entry.SourceTitle);
        json.WriteLanguages(entry.Import.Languages);
        json.WriteFileQuality(library.App, quality);
        json.WriteFormats(library, entry.SubjectId, entry.Import);
        json.WriteBoolean("qualityCutoffNotMet", library.ProfileOf(entry.SubjectId).IsCutoffNotMet(library.Qualities, quality));
        json.WriteString("date", entry.Date.UtcDateTime);
        json.WriteString("eventType", entry.EventType);
        json.WriteIfAny("downloadId", entry.DownloadId);
        json.WriteStartObject("data");
        foreach (var (name, value) in entry.Data)
        {
            // A dictionary of theirs keeps its nulls.
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteNumber("id", entry.Id);
        json.WriteEndObject();
    }
}
