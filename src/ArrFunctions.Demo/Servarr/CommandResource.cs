using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A command as it is answered when it was queued (<c>POST command</c>).</summary>
internal static class CommandResource
{
    /// <summary>Name of the member that says what it is about.</summary>
    public static string SubjectOf(ServarrApp app) => app == ServarrApp.Radarr ? "movieId" : "seriesId";

    public static JsonObject Of(ServarrApp app, FakeCommand command, DateTimeOffset now) => new()
    {
        ["name"] = command.Name,
        ["commandName"] = app == ServarrApp.Radarr ? "Rescan Movie" : "Rescan Series",
        ["body"] = new JsonObject
        {
            [SubjectOf(app)] = command.SubjectId,
            ["sendUpdatesToClient"] = true,
            ["updateScheduledTask"] = true,
            ["requiresDiskAccess"] = false,
            ["isExclusive"] = false,
            ["isTypeExclusive"] = app == ServarrApp.Radarr ? false : null,
            ["isLongRunning"] = false,
            ["name"] = command.Name,
            ["trigger"] = "manual",
            ["suppressMessages"] = false,
        },
        ["priority"] = "normal",
        ["status"] = "queued",
        ["result"] = "unknown",
        ["queued"] = now.UtcDateTime,
        ["trigger"] = "manual",
        ["sendUpdatesToClient"] = true,
        ["updateScheduledTask"] = true,
        ["id"] = command.Id,
    };

    /// <summary>Prowlarr's, which begins at once.</summary>
    public static JsonObject OfSync(int id, DateTimeOffset now) => new()
    {
        ["name"] = "ApplicationIndexerSync",
        ["commandName"] = "Application Indexer Sync",
        ["body"] = new JsonObject
        {
            ["forceSync"] = false,
            ["sendUpdatesToClient"] = true,
            ["completionMessage"] = "Completed",
            ["updateScheduledTask"] = true,
            ["requiresDiskAccess"] = false,
            ["isExclusive"] = false,
            ["isTypeExclusive"] = false,
            ["name"] = "ApplicationIndexerSync",
            ["trigger"] = "manual",
            ["suppressMessages"] = false,
        },
        ["priority"] = "normal",
        ["status"] = "started",
        ["queued"] = now.UtcDateTime,
        ["started"] = now.UtcDateTime,
        ["trigger"] = "manual",
        ["stateChangeTime"] = now.UtcDateTime,
        ["sendUpdatesToClient"] = true,
        ["updateScheduledTask"] = true,
        ["id"] = id,
    };
}
