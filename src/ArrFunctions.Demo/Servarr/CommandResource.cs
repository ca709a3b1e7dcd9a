using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr;

/// <summary>A command as the API tells it (<c>POST command</c>, <c>GET command/{id}</c>).</summary>
internal static class CommandResource
{
    /// <summary>Name of the member that says what it is about.</summary>
    public static string SubjectOf(ServarrApp app) => app == ServarrApp.Radarr ? "movieId" : "seriesId";

    /// <summary>As it is answered when it was taken: a search begins at once.</summary>
    public static JsonObject Begun(ServarrApp app, FakeCommand command) =>
        Of(app, command, command.IsSearch ? "started" : "queued", "unknown", command.IsSearch ? command.Queued : null);

    /// <summary>As it is answered later.</summary>
    public static JsonObject Done(ServarrApp app, FakeCommand command)
    {
        var done = Of(app, command, "completed", "successful", command.Queued);
        done["message"] = command.Name switch
        {
            "MoviesSearch" => $"Completed search for {command.Searched.Count} movies. 0 reports downloaded.",
            "EpisodeSearch" => "Episode search completed. 0 reports downloaded.",
            "SeasonSearch" => "Season search completed. 0 reports downloaded.",
            _ => "Scanning disk",
        };
        done["ended"] = command.Queued.UtcDateTime;
        done["duration"] = "00:00:00.0993287";
        return done;
    }

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

    private static JsonObject Of(ServarrApp app, FakeCommand command, string status, string result, DateTimeOffset? started) => new()
    {
        ["name"] = command.Name,
        ["commandName"] = Spaced(command.Name),
        ["body"] = Body(app, command),
        ["priority"] = "normal",
        ["status"] = status,
        ["result"] = result,
        ["queued"] = command.Queued.UtcDateTime,
        ["started"] = started?.UtcDateTime,
        ["trigger"] = "manual",
        ["stateChangeTime"] = started?.UtcDateTime,
        ["sendUpdatesToClient"] = true,
        ["updateScheduledTask"] = true,
        ["id"] = command.Id,
    };

    private static JsonObject Body(ServarrApp app, FakeCommand command) => new()
    {
        [app == ServarrApp.Radarr ? "movieIds" : "episodeIds"] =
            command.IsSearch && command.SeasonNumber is null ? new JsonArray([.. command.Searched.Select(id => (JsonNode)id)]) : null,
        [SubjectOf(app)] = command.IsSearch && command.SeasonNumber is null ? null : command.SubjectId,
        ["seasonNumber"] = command.SeasonNumber,
        ["sendUpdatesToClient"] = true,
        ["updateScheduledTask"] = true,
        ["requiresDiskAccess"] = false,
        ["isExclusive"] = false,
        ["isTypeExclusive"] = app == ServarrApp.Radarr ? false : null,
        ["isLongRunning"] = false,
        ["name"] = command.Name,
        ["trigger"] = "manual",
        ["suppressMessages"] = false,
    };

    /// <summary>RescanMovie: Rescan Movie.</summary>
    private static string Spaced(string name) => string.Concat(name.Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));
}
