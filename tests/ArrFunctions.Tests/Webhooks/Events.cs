using System.Text.Json;

namespace ArrFunctions.Tests.Webhooks;

/// <summary>Bodies of events with only what a test is about.</summary>
internal static class Events
{
    public static string Download(object? id, object? path, object? size = null, object? downloadId = null, object? deletedFiles = null) =>
        JsonSerializer.Serialize(new
        {
            eventType = "Download",
            movie = new { title = "Film", year = 2020, originalLanguage = new { id = 4, name = "German" } },
            movieFile = new { id, path, size = size ?? 1000 },
            isUpgrade = deletedFiles is not null,
            deletedFiles,
            downloadId,
        });

    public static string Rename(int id, string path) =>
        JsonSerializer.Serialize(new { eventType = "Rename", movie = new { title = "Film" }, renamedMovieFiles = new[] { new { id, path } } });

    public static string Delete(object? id, string reason = "manual") =>
        JsonSerializer.Serialize(new { eventType = "MovieFileDelete", movieFile = new { id, path = "/data/media/a.mkv" }, deleteReason = reason });
}
