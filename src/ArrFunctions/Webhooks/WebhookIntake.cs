using ArrFunctions.Indexers.Watch;
using ArrFunctions.Jobs;
using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Servarr;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Webhooks;

/// <summary>Takes an event in: what is to be kept is durable before the answer.</summary>
internal sealed partial class WebhookIntake(
    WebhookReading reading,
    WebhookStore store,
    JobLedger ledger,
    HealthEvidence health,
    ImportRefresh refresh,
    Live<ServarrOptions> servarr,
    OutboxSignal signal,
    TimeProvider clock,
    ILogger<WebhookIntake> logger)
{
    /// <summary>Events that arrived here, by <see cref="Words"/>.</summary>
    public Tally Received { get; } = new();

    /// <param name="isAccepted">Whether jobs came of it.</param>
    public static string Words(ServarrService service, bool isAccepted) => (service, isAccepted) switch
    {
        (ServarrService.Sonarr, true) => "sonarr~accepted",
        (ServarrService.Sonarr, false) => "sonarr~ignored",
        (ServarrService.Radarr, true) => "radarr~accepted",
        (ServarrService.Radarr, false) => "radarr~ignored",
        (_, true) => "prowlarr~accepted",
        (_, false) => "prowlarr~ignored",
    };

    public async Task<WebhookReply> AcceptAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var choice = InstanceChoice.Of(servarr.Value.Instances, request.Service, request.RouteInstance, request.Payload.ApplicationUrl);
        var instance = (choice as InstanceChoice.Chosen)?.Name;
        var read = choice is InstanceChoice.Unclear { Reason: var reason }
            ? new WebhookEvent.Notice(new("webhook.unclear", reason, EventSeverity.Warning))
            : reading.Read(request.Service, instance!, request.Payload);
        var record = new WebhookRecord
        {
            Id = IdOf(read, request.Signature),
            Service = request.Service,
            Instance = instance,
            EventType = Quoted.Plain(request.Payload.EventType ?? ""),
            Received = clock.GetUtcNow(),
            Status = WebhookStatus.Ignored,
        };
        var reply = read switch
        {
            WebhookEvent.Ignored ignored => new WebhookReply.Ignored(WebhookId: null, ignored.Reason),
            WebhookEvent.Import import => await ImportAsync(record, import, cancellationToken),
            WebhookEvent.Kept when request.Signature is not null && await store.FindAsync(record.Id, cancellationToken) is { } first => ReplyOf(first),
            WebhookEvent.Kept kept => await KeepAsync(record, kept, request.Payload, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown event {read.GetType().Name}."),
        };
        Tell(record, reply);
        return reply;
    }

    private static string IdOf(WebhookEvent read, string? signature) => read switch
    {
        WebhookEvent.Import import => import.Id,
        _ when signature is not null => JobId.Hash("signature", signature),
        WebhookEvent.Rename rename => rename.Id,
        _ => JobId.New(),
    };

    /// <summary>The event knows its jobs before they are there, so no job is ever without it.</summary>
    private async Task<WebhookReply> ImportAsync(WebhookRecord record, WebhookEvent.Import import, CancellationToken cancellationToken)
    {
        var scores = await refresh.JobOfAsync(record.Instance!, import.TitleId, import.Id, import.Jobs[0].Title, cancellationToken);
        List<string> ids = [.. import.Jobs.Select(job => job.Id), .. scores is null ? [] : (string[])[scores.Id]];
        await store.KeepAsync(record with { Id = import.Id, JobIds = ids, Status = WebhookStatus.Accepted }, told: null, cancellationToken);
        var submitted = Task.WhenAll(import.Jobs.Select(job => ledger.SubmitAsync(job, cancellationToken)));
        await Task.WhenAll(submitted, CancelAsync(record.Instance!, import.ReplacedFiles, "a better file replaced it", cancellationToken));
        if (scores is not null)
        {
            await ledger.SubmitAsync(scores, cancellationToken);
        }

        return new WebhookReply.Accepted(import.Id, ids, (await submitted).Count(receipt => receipt.IsQueued));
    }

    /// <summary>Work first, then the row: an event that was cut off and is sent again is not taken for one that was done.</summary>
    private async Task<WebhookReply> KeepAsync(WebhookRecord record, WebhookEvent.Kept read, WebhookPayload payload, CancellationToken cancellationToken)
    {
        if (record.Instance is { } instance && read.Note.Name is WebhookReading.HealthIssue or WebhookReading.HealthRestored)
        {
            await health.AddAsync(
                instance, payload.Type, payload.Message, read.Note.Severity is EventSeverity.Error, read.Note.Name is WebhookReading.HealthRestored, cancellationToken);
        }

        var jobs = read switch
        {
            WebhookEvent.Rename rename => await MoveAsync(record.Instance!, rename.Moves, cancellationToken),
            WebhookEvent.Deletion deletion => await CancelAsync(record.Instance!, [deletion.FileId], "the file was deleted", cancellationToken),
            _ => [],
        };
        var kept = await store.KeepAsync(
            record with
            {
                JobIds = [.. jobs.Select(job => job.Id)],
                Status = jobs.Count > 0 ? WebhookStatus.Accepted : WebhookStatus.Ignored,
                Reason = read.Note.Message,
            },
            Told(record, read.Note),
            cancellationToken);
        signal.Set();
        return ReplyOf(kept);
    }

    private async Task<IReadOnlyList<Job>> MoveAsync(string instance, IReadOnlyList<FileMove> moves, CancellationToken cancellationToken) =>
    [
        .. (await Task.WhenAll(moves.Select(move => ledger.MoveFileAsync(instance, move.FileId, move.Path, move.RemotePath, cancellationToken))))
            .SelectMany(jobs => jobs),
    ];

    private async Task<IReadOnlyList<Job>> CancelAsync(string instance, IReadOnlyList<int> files, string reason, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll(files.Select(file => ledger.CancelFileAsync(instance, file, reason, cancellationToken)))).SelectMany(jobs => jobs)];

    private static WebhookReply ReplyOf(WebhookRecord record) => record.Status is WebhookStatus.Accepted
        ? new WebhookReply.Accepted(record.Id, record.JobIds, FilesQueued: 0)
        : new WebhookReply.Ignored(record.Id, record.Reason!);

    private static EventRecord Told(WebhookRecord record, WebhookNote note)
    {
        var sender = record.Instance ?? record.Service.ToString().ToLowerInvariant();
        return new()
        {
            Id = EventRecord.NewId(record.Received),
            Time = record.Received,
            Name = note.Name,
            Severity = note.Severity,
            Before = note.Before,
            Subject = $"instance:{sender}",
            Actor = $"webhook:{sender}",
            Message = note.Message,
        };
    }

    private void Tell(WebhookRecord record, WebhookReply reply)
    {
        Received.Add(Words(record.Service, reply is WebhookReply.Accepted));
        switch (reply)
        {
            case WebhookReply.Accepted accepted:
                Log.Accepted(logger, record.EventType, record.Instance, accepted.JobIds.Count, accepted.FilesQueued, accepted.WebhookId);
                break;
            case WebhookReply.Ignored ignored:
                Log.Ignored(logger, record.EventType, record.Instance ?? record.Service.ToString(), ignored.Reason);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{EventType} from {Instance}: {Jobs} in the ledger, {Queued} queued now (webhook {WebhookId}).")]
        public static partial void Accepted(ILogger logger, string eventType, string? instance, int jobs, int queued, string webhookId);

        [LoggerMessage(LogLevel.Information, "{EventType} from {Instance}: {Reason}.")]
        public static partial void Ignored(ILogger logger, string eventType, string instance, string reason);
    }
}
