using System.Text.Json.Nodes;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>What Sonarr and Radarr post when they have imported a file.</summary>
internal static class ImportEvent
{
    public static string Movie(string path, int fileId, string? downloadId = null) => new JsonObject
    {
        ["movie"] = new JsonObject { ["id"] = fileId, ["title"] = $"Film {fileId}", ["year"] = 2019, ["originalLanguage"] = Japanese() },
        ["movieFile"] = File(path, fileId),
        ["isUpgrade"] = false,
        ["downloadId"] = downloadId ?? $"movie-{fileId}",
        ["eventType"] = "Download",
        ["instanceName"] = "Radarr",
    }.ToJsonString();

    public static string Episode(string path, int fileId) => new JsonObject
    {
        ["series"] = new JsonObject { ["id"] = 1, ["title"] = "Demo Show", ["originalLanguage"] = Japanese() },
        ["episodes"] = new JsonArray(new JsonObject { ["id"] = fileId, ["seasonNumber"] = 1, ["episodeNumber"] = fileId }),
        ["episodeFile"] = File(path, fileId),
        ["isUpgrade"] = false,
        ["downloadId"] = $"episode-{fileId}",
        ["eventType"] = "Download",
        ["instanceName"] = "Sonarr",
    }.ToJsonString();

    private static JsonObject Japanese() => new() { ["id"] = 8, ["name"] = "Japanese" };

    private static JsonObject File(string path, int fileId) => new()
    {
        ["id"] = fileId,
        ["path"] = path,
        ["size"] = System.IO.File.Exists(path) ? new FileInfo(path).Length : 1000,
    };
}
