using System.Text.Json;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A movie file or episode file as the API tells it (<c>GET moviefile</c>, <c>GET episodefile</c>).</summary>
internal static class FileResource
{
    /// <param name="withFormats">Not inside of a movie.</param>
    public static void Write(Utf8JsonWriter json, FakeLibrary library, LibraryFile file, bool withFormats = true)
    {
        var (app, import, quality) = (library.App, file.Import, library.Qualities.Find(file.Import.Quality));
        json.WriteStartObject();
        if (app == ServarrApp.Sonarr)
        {
            json.WriteNumber("seriesId", file.SubjectId);
            json.WriteNumber("seasonNumber", file.Episodes[0].SeasonNumber);
        }
        else
        {
            json.WriteNumber("movieId", file.SubjectId);
        }

        json.WriteString("relativePath", file.RelativePath);
        json.WriteString("path", file.Path);
        json.WriteNumber("size", file.Size);
        json.WriteString("dateAdded", file.DateAdded.UtcDateTime);
        json.WriteString("sceneName", import.SceneName);
        json.WriteIfAny("releaseGroup", import.ReleaseGroup);
        json.WriteIfAny("edition", app == ServarrApp.Radarr ? import.Edition ?? "" : null);
        json.WriteLanguages(import.Languages);
        json.WriteFileQuality(app, quality);
        if (withFormats)
        {
            json.WriteFormats(library, file.SubjectId, import);
        }

        json.WriteNumber("indexerFlags", 0);
        json.WriteIfAny("releaseType", app == ServarrApp.Sonarr ? file.Episodes.Count == 1 ? "singleEpisode" : "multiEpisode" : null);
        if (import.Media is { } media)
        {
            WriteMedia(json, app, import, media);
        }

        json.WriteIfAny("originalFilePath", app == ServarrApp.Radarr ? $"{import.SceneName}/{Path.GetFileName(file.RelativePath)}" : null);
        json.WriteBoolean("qualityCutoffNotMet", library.ProfileOf(file.SubjectId).IsCutoffNotMet(library.Qualities, quality));
        json.WriteNumber("id", file.Id);
        json.WriteEndObject();
    }

    private static void WriteMedia(Utf8JsonWriter json, ServarrApp app, Import import, MediaInfo media)
    {
        json.WriteStartObject("mediaInfo");
        json.WriteNumber("audioBitrate", 0);
        json.WriteNumber("audioChannels", media.AudioChannels);
        json.WriteString("audioCodec", media.AudioCodec);
        json.WriteString("audioLanguages", string.Join('/', import.Languages.Select(language => language.Code)));
        json.WriteNumber("audioStreamCount", import.Languages.Count);
        json.WriteNumber("videoBitDepth", media.DynamicRangeType.Length > 0 ? 10 : 8);
        json.WriteNumber("videoBitrate", 0);
        json.WriteString("videoCodec", media.VideoCodec);
        json.WriteNumber("videoFps", 25);
        json.WriteString("videoDynamicRange", media.DynamicRangeType.Length > 0 ? "HDR" : "");
        json.WriteString("videoDynamicRangeType", media.DynamicRangeType);
        json.WriteString("resolution", media.Resolution);
        json.WriteString("runTime", media.RuntimeText(app));
        json.WriteString("scanType", "Progressive");
        json.WriteString("subtitles", "");
        json.WriteEndObject();
    }
}
