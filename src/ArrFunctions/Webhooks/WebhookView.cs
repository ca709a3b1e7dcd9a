using ArrFunctions.Jobs;
using ArrFunctions.Servarr;

namespace ArrFunctions.Webhooks;

/// <summary>An event with the jobs that came of it, as they stand now.</summary>
internal sealed record WebhookView(
    string WebhookId,
    ServarrService Service,
    string? Instance,
    string EventType,
    DateTimeOffset Received,
    WebhookStatus Status,
    string? Reason,
    IReadOnlyList<WebhookJob> Jobs)
{
    /// <param name="record">The event.</param>
    /// <param name="jobs">Its jobs; null where one was cleared away since.</param>
    public static WebhookView Of(WebhookRecord record, IEnumerable<Job?> jobs) => new(
        record.Id,
        record.Service,
        record.Instance,
        record.EventType,
        record.Received,
        record.Status,
        record.Reason,
        [.. jobs.OfType<Job>().Select(job => new WebhookJob(job.Id, job.Status, job.Result, job.Title, job.Path, job.Code, job.Reason, job.Updated))]);
}

/// <summary>How one job of an event stands; the job itself tells the rest.</summary>
internal sealed record WebhookJob(
    string JobId, JobStatus Status, JobResult? Result, string? Title, string Path, string? Code, string? Reason, DateTimeOffset Updated);
