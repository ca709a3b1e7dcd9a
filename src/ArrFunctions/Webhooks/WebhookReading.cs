using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>Tells what an event means. Whatever it is, it means something: nothing that was announced is lost.</summary>
internal sealed class WebhookReading(Live<ServarrOptions> servarr, Live<AudioOptions> audio)
{
    public const string HealthIssue = "health.issue";

    public const string HealthRestored = "health.restored";

    public WebhookEvent Read(ServarrService service, string instance, WebhookPayload payload) => payload.EventType?.ToUpperInvariant() switch
    {
        "TEST" => new WebhookEvent.Ignored("the test arrived"),
        "DOWNLOAD" => Import(service, instance, payload),
        "RENAME" => Rename(service, instance, payload),
        "EPISODEFILEDELETE" or "MOVIEFILEDELETE" => Deletion(service, payload),
        "SERIESADD" => Notice("series.added", $"{Title(payload)} was added"),
        "SERIESDELETE" => Notice("series.deleted", $"{Title(payload)} was deleted"),
        "MOVIEADDED" => Notice("movie.added", $"{Title(payload)} was added"),
        "MOVIEDELETE" => Notice("movie.deleted", $"{Title(payload)} was deleted"),
        "GRAB" => Notice("release.grabbed", $"{PayloadTitle.Of(payload) ?? instance}: {Text(payload.Release?.ReleaseTitle, "a release")} was grabbed"),
        "MANUALINTERACTIONREQUIRED" => Notice(
            "manualInteraction.required", $"{Title(payload)}: the download waits for a person in the activity queue of {instance}", EventSeverity.Warning),
        "HEALTH" => Notice(HealthIssue, Health(payload), payload.Level?.ToUpperInvariant() switch
        {
            "ERROR" => EventSeverity.Error,
            "WARNING" => EventSeverity.Warning,
            _ => EventSeverity.Information,
        }),
        "HEALTHRESTORED" => new WebhookEvent.Notice(new(HealthRestored, $"restored: {Health(payload)}", Before: Grade(payload.Level))),
        "APPLICATIONUPDATE" => Notice(
            "application.updated", $"{instance} went from {Text(payload.PreviousVersion, "?")} to {Text(payload.NewVersion, "?")}"),
        null or "" => Notice("webhook.unknown", "the event has no readable eventType; nothing was done", EventSeverity.Warning),
        _ => Notice(
            "webhook.unknown", $"{Quoted.Of(payload.EventType)} is no event that this version knows; nothing was done", EventSeverity.Warning),
    };

    private WebhookEvent Import(ServarrService service, string instance, WebhookPayload payload) => FilesOf(service, payload) is { Count: > 0 } files
        ? ImportedFiles.Read(payload, files, instance, servarr.Value.PathMappings, audio.Value.Roots)
        : Notice("webhook.noFile", $"{Title(payload)}: {NoFile(service)}; nothing was done", EventSeverity.Warning);

    private WebhookEvent Rename(ServarrService service, string instance, WebhookPayload payload)
    {
        var files = service is ServarrService.Sonarr ? payload.RenamedEpisodeFiles : payload.RenamedMovieFiles;
        if (files.Count == 0)
        {
            return Notice("file.renamed", $"{Title(payload)}: the event names no file; nothing was done", EventSeverity.Warning);
        }

        var moves = new List<FileMove>();
        var refusals = new List<string>();
        foreach (var file in files)
        {
            switch (file.FileId, PathMappings.Map(servarr.Value.PathMappings, instance, file.Path))
            {
                case ({ } id, PathOutcome.Mapped { Path: var path }):
                    moves.Add(new(id, path, path == file.Path ? null : file.Path));
                    break;
                case (_, PathOutcome.Refused refused):
                    refusals.Add(refused.Sentence);
                    break;
                default:
                    refusals.Add($"{Quoted.Of(file.Path!)} comes without the id of its file");
                    break;
            }
        }

        var what = files.Count == 1 ? "1 file has another path" : $"{files.Count} files have other paths";
        var lost = refusals.Count == 0 ? "" : $"; {refusals.Count} cannot be followed, the first because {refusals[0]}";
        return new WebhookEvent.Rename(
            JobId.Hash([instance, "rename", .. moves.Select(move => $"{move.FileId}:{move.Path}").Order(StringComparer.Ordinal), .. refusals]),
            moves,
            new("file.renamed", $"{Title(payload)}: {what}{lost}", refusals.Count == 0 ? EventSeverity.Information : EventSeverity.Warning));
    }

    private static WebhookEvent Deletion(ServarrService service, WebhookPayload payload)
    {
        if (FilesOf(service, payload) is not [{ FileId: { } id } file, ..])
        {
            return Notice("file.deleted", $"{Title(payload)}: the event names no file with an id; nothing was done", EventSeverity.Warning);
        }

        var why = payload.DeleteReason is { Length: > 0 } reason ? $" ({Quoted.Plain(reason)})" : "";
        return new WebhookEvent.Deletion(id, new("file.deleted", $"{Title(payload)}: {Text(file.Path, "its file")} was deleted{why}"));
    }

    private static IReadOnlyList<FilePayload> FilesOf(ServarrService service, WebhookPayload payload) => service switch
    {
        ServarrService.Sonarr => payload.EpisodeFile is { } one ? [.. payload.EpisodeFiles, one] : payload.EpisodeFiles,
        ServarrService.Radarr => payload.MovieFile is { } one ? [one] : [],
        _ => [],
    };

    private static string NoFile(ServarrService service) => service switch
    {
        ServarrService.Sonarr => "the event names no file, episodeFile and episodeFiles are missing or of another type",
        ServarrService.Radarr => "the event names no file, movieFile is missing or of another type",
        _ => $"{service} has no files",
    };

    private static string? Grade(string? level) => level?.ToUpperInvariant() switch
    {
        "ERROR" => "error",
        "WARNING" => "warning",
        "NOTICE" => "notice",
        _ => null,
    };

    private string Health(WebhookPayload payload)
    {
        var check = payload.Type is { Length: > 0 } type ? $" ({Quoted.Plain(type)})" : "";
        var wiki = payload.WikiUrl is { Length: > 0 } url ? $", see {Quoted.Plain(url)}" : "";
        return Redaction.Redact($"{payload.Message ?? "no message was given"}{check}{wiki}", servarr.Value.Instances);
    }

    private static string Title(WebhookPayload payload) => PayloadTitle.Of(payload) ?? "something without a title";

    private static string Text(string? given, string otherwise) => given is { Length: > 0 } ? Quoted.Plain(given) : otherwise;

    private static WebhookEvent.Notice Notice(string name, string message, EventSeverity severity = EventSeverity.Information) =>
        new(new(name, message, severity));
}
