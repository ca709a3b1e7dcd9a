using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The event that Radarr sends for an imported file, about 2 KiB, in the form that version 6 gives it.</summary>
internal static class RadarrImport
{
    private const string Body = """
        {
          "movie": {
            "id": {id}, "title": "Movie {id}", "year": 2019, "releaseDate": "2019-06-02", "folderPath": "{folder}/Movie {id} (2019)",
            "tmdbId": {id}, "imdbId": "tt{id}", "overview": "What happens in Movie {id}.", "genres": ["Drama"], "images": [], "tags": ["demo"],
            "originalLanguage": { "id": 1, "name": "English" }
          },
          "remoteMovie": { "tmdbId": {id}, "imdbId": "tt{id}", "title": "Movie {id}", "year": 2019 },
          "movieFile": {
            "id": {id}, "relativePath": "{name}", "path": "{folder}/{name}", "quality": "Bluray-1080p", "qualityVersion": 1, "releaseGroup": "DEMO",
            "sceneName": "Movie.{id}.2019.1080p.BluRay.x264-DEMO", "indexerFlags": "0", "size": 735276, "dateAdded": "2026-11-20T23:12:37.7630956Z",
            "languages": [{ "id": 4, "name": "German" }, { "id": 1, "name": "English" }, { "id": 2, "name": "French" }, { "id": 3, "name": "Spanish" }],
            "mediaInfo": {
              "audioChannels": 2.0, "audioCodec": "AAC", "audioLanguages": ["ger", "eng", "fre", "spa"], "height": 1080, "width": 1920, "subtitles": [],
              "videoCodec": "x264", "videoDynamicRange": "", "videoDynamicRangeType": ""
            },
            "sourcePath": "/downloads/Movie.{id}.2019.1080p.BluRay.x264-DEMO/Movie.{id}.2019.1080p.BluRay.x264-DEMO.mkv"
          },
          "isUpgrade": false, "downloadClient": "qBittorrent", "downloadClientType": "qBittorrent", "downloadId": "5E2F91C6D1F04BB3A6D0{id}",
          "customFormatInfo": { "customFormats": [{ "id": 3, "name": "Group DEMO" }, { "id": 1, "name": "x264" }], "customFormatScore": 15 },
          "release": { "releaseTitle": "Movie.{id}.2019.1080p.BluRay.x264-DEMO", "indexer": "Indexer", "size": 735276, "indexerFlags": [] },
          "eventType": "Download", "instanceName": "Radarr", "applicationUrl": ""
        }
        """;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static string NameOf(int fileId) => string.Create(CultureInfo.InvariantCulture, $"Movie.{fileId}.mkv");

    public static HttpContent Of(int fileId, string folder)
    {
        var text = new StringBuilder(Body)
            .Replace("{name}", NameOf(fileId))
            .Replace("{folder}", folder)
            .Replace("{id}", fileId.ToString(CultureInfo.InvariantCulture));
        return new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString())) { Headers = { ContentType = Json } };
    }
}
