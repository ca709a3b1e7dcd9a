using System.Text.Json;
using ArrFunctions.Ops.Events;

namespace ArrFunctions.Jobs;

/// <summary>Which change of a job is worth an event. Being queued and begun is not, unless a person asked for it: it says nothing that the end does not say.</summary>
internal static class JobEvents
{
    private const string Undone = "undone";
    private const string Retried = "retried";

    /// <param name="actor">The person who asked for the change; null for whoever asked for the job.</param>
    public static EventRecord? Of(Job? before, Job after, string? actor, DateTimeOffset now) => NameOf(before, after, actor) is not { } name ? null : new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = $"job.{name}",
        Severity = SeverityOf(after),
        Subject = $"job:{after.Id}",
        Actor = actor ?? ActorOf(after),
        Message = $"{after.Title ?? after.Path}: {Sentence(name, after)}",
        Before = before is null ? null : Word(before.Status),
        After = Word(after.Status),
        CorrelationId = actor is null ? after.CorrelationId : null,
    };

    private static string ActorOf(Job job) => job.Source switch
    {
        JobSource.Webhook => $"webhook:{job.Instance}",
        JobSource.Cli => "cli",
        JobSource.Api when job.Batch is { } item => $"batch:{item.Id}",
        JobSource.Reconciliation => $"reconciliation:{job.Instance}",
        _ => "api",
    };

    private static string? NameOf(Job? before, Job after, string? actor) => after switch
    {
        { IsUndone: true } when before is { IsUndone: false } => Undone,
        { Status: JobStatus.Queued } when actor is not null => Retried,
        { Status: JobStatus.Queued or JobStatus.Running } => null,

        // A batch tells of its files at its end; only what was changed, and what needs a person, is told of each.
        { Batch: not null, Status: not (JobStatus.Failed or JobStatus.Poisoned), Result: not JobResult.Changed } when actor is null => null,
        { Batch: not null, Kind: JobKind.Export, Status: not (JobStatus.Failed or JobStatus.Poisoned) } when actor is null => null,
        { Status: JobStatus.Waiting } when before?.Wait?.Reason == after.Wait!.Reason => null,
        _ => Word(after.Status),
    };

    private static string? Sentence(string name, Job after) => name switch
    {
        Undone => "what was changed is taken back",
        Retried => "another attempt was asked for",
        _ => after.Reason,
    };

    private static EventSeverity SeverityOf(Job job) => job.Status switch
    {
        JobStatus.Failed or JobStatus.Poisoned => EventSeverity.Error,
        JobStatus.Skipped when job.Code is not ("noMatch" or "handsOff" or "hardlinked" or "ruledOut") => EventSeverity.Warning,
        _ => EventSeverity.Information,
    };

    private static string Word(JobStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
