using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Jobs.Batches;

/// <summary>The steps of a batch. Each may be cut off anywhere and be done again: a host calls them in order and goes on where the store stands.</summary>
internal sealed partial class BatchPhases(
    BatchStore store,
    BatchLedger batches,
    BatchReport report,
    BatchTallies tallies,
    JobStore items,
    JobLedger ledger,
    IEnumerable<BatchPlanner> planners,
    LaneSwitch lanes,
    Live<BatchesOptions> options,
    TimeProvider clock,
    ILogger<BatchPhases> logger)
{
    /// <summary>Pages of a batch that are in work at once: what is queued beyond the workers is a few minutes of work.</summary>
    public const int MostPagesAtOnce = 5;

    /// <summary>Files of a page; fewer where their paths are long.</summary>
    public const int MostFiles = 200;

    /// <summary>Of all paths of a page: JSON writes some as six bytes, and a row has 256 KiB.</summary>
    private const int MostCharacters = 35_000;

    private const int MostCharactersOfPath = 4096;

    /// <summary>Pages that one call finds; the first call finds as many as are in work at once, so that the work begins soon.</summary>
    private const int PagesAtOnce = 25;

    /// <summary>From one note of the counts to the next.</summary>
    private static readonly TimeSpan NoteStep = TimeSpan.FromSeconds(5);

    /// <summary>From one note of the pace to the next.</summary>
    private static readonly TimeSpan PaceStep = TimeSpan.FromMinutes(1);

    /// <summary>Finds some more files, a few thousand in one call.</summary>
    public async Task<BatchStep> PlanAsync(string batchId, CancellationToken cancellationToken)
    {
        if (await store.IsClosedAsync(cancellationToken))
        {
            return new(Pages: 0, IsPlanned: false, IsCancelling: false, IsResting: true);
        }

        if (await store.FindAsync(batchId, cancellationToken) is not var (batch, _))
        {
            return new(Pages: 0, IsPlanned: true, IsCancelling: false);
        }

        if (batch is { IsPlanned: false, Status: BatchStatus.Planning })
        {
            using var work = BatchWork.Begin(logger, batch, "plan");
            batch = await FindFilesAsync(batch, cancellationToken) ?? batch;
        }

        return new(batch.Pages, batch.IsPlanned, batch.Status is BatchStatus.Cancelling);
    }

    /// <summary>Queues the jobs of a page, the first part of which may be queued already. Does nothing for a batch that is being cancelled.</summary>
    public async Task EnqueueAsync(BatchPage page, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(page.BatchId, cancellationToken) is not var (batch, _) || batch.HasEnded || batch.Status is BatchStatus.Cancelling
            || await store.FindFilesAsync(page, cancellationToken) is not { } files)
        {
            return;
        }

        using var work = BatchWork.Begin(logger, batch, "enqueue");
        var isRepeated = (await items.FindCountsAsync(page, cancellationToken)).ETag is not null;
        await ledger.SubmitItemsAsync(page, files.Select((file, index) => ItemOf(batch, page, file, index)), isRepeated, cancellationToken);
        await store.DropFilesAsync(page, cancellationToken);

        // It may have been cancelled meanwhile.
        await CancelAsync(page.BatchId, cancellationToken);
    }

    /// <summary>Whether nothing of the page is queued or running.</summary>
    public async Task<bool> IsSettledAsync(BatchPage page, CancellationToken cancellationToken) =>
        (await items.FindCountsAsync(page, cancellationToken)).Counts.IsSettled;

    /// <summary>Counts how far it has come, and keeps that with the batch now and then.</summary>
    public async Task<BatchProgress> ProgressAsync(string batchId, CancellationToken cancellationToken)
    {
        var batch = (await store.FindAsync(batchId, cancellationToken))?.Batch ?? throw new InvalidOperationException($"There is no batch {batchId}.");
        using var work = BatchWork.Begin(logger, batch);
        var progress = await report.ProgressAsync(batch, cancellationToken);
        var isPaused = await lanes.IsPausedAsync(batch.Lane, cancellationToken);
        await batches.ChangeAsync(batchId, found => found.HasEnded ? null : Noted(found, progress, isPaused), cancellationToken);
        return progress;
    }

    /// <summary>Cancels the jobs of a batch that is being cancelled which have not begun.</summary>
    public async Task CancelAsync(string batchId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(batchId, cancellationToken) is var (batch, _) && batch.Status is BatchStatus.Cancelling)
        {
            using var work = BatchWork.Begin(logger, batch, "cancel");
            await foreach (var id in ItemsAsync(batch, [JobStatus.Queued, JobStatus.Waiting], cancellationToken))
            {
                await ledger.CancelAsync(id, actor: null, "its batch was cancelled", cancellationToken);
            }
        }
    }

    /// <summary>Queues the jobs again that failed, of a batch that is being retried.</summary>
    public async Task RequeueAsync(string batchId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(batchId, cancellationToken) is var (batch, _) && batch is { Status: BatchStatus.Running, Attempt: > 1 })
        {
            using var work = BatchWork.Begin(logger, batch, "requeue");
            await foreach (var id in ItemsAsync(batch, [JobStatus.Failed, JobStatus.Poisoned], cancellationToken))
            {
                await ledger.RetryItemAsync(id, batch.Begun, cancellationToken);
            }
        }
    }

    /// <summary>Ends the batch, and tells what came of it. What waits goes on as jobs of their own.</summary>
    public async Task<Batch> FinishAsync(string batchId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (batch, _) = await store.FindAsync(batchId, cancellationToken) ?? throw new InvalidOperationException($"There is no batch {batchId}.");
            if (batch.HasEnded)
            {
                return batch;
            }

            using var work = BatchWork.Begin(logger, batch, "finish");
            var inWork = await items.CountItemsAsync(batchId, batch.Pages, cancellationToken);
            if (batch.Status is not BatchStatus.Cancelling && inWork.Total < batch.Files)
            {
                throw new InvalidOperationException($"Files of batch {batchId} were found and not queued; it cannot end yet.");
            }

            var counts = BatchProgress.Of(batch, inWork).Counts;
            var words = await PlannerOf(batch).FinishAsync(batch, counts, cancellationToken);
            await tallies.SetAsync(batch, BatchTallies.Untold(batch, counts - batch.Before), clock.GetUtcNow(), cancellationToken);
            if (await batches.ChangeAsync(batchId, found => found.Status == batch.Status ? Ended(found, counts, words) : null, cancellationToken) is { } ended)
            {
                Log.Ended(logger, ended.Path, ended.Status, ended.Reason);
                return ended;
            }
        }
    }

    private async Task<Batch?> FindFilesAsync(Batch batch, CancellationToken cancellationToken)
    {
        var unreadable = 0;
        await using var pages = Pages(PlannerOf(batch).Files(batch, batch.Cursor, _ => unreadable++, cancellationToken)).GetAsyncEnumerator(cancellationToken);
        var most = batch.Pages == 0 ? MostPagesAtOnce : PagesAtOnce;
        for (var found = 0; found < most; found++)
        {
            var page = await pages.MoveNextAsync() ? pages.Current : null;
            var (before, told) = (batch, unreadable);
            unreadable = 0;
            var next = await batches.ChangeAsync(
                batch.Id, current => current.Status is BatchStatus.Planning && current.Pages == before.Pages ? Planned(current, page, told) : null, cancellationToken);
            if (next is not { IsPlanned: false })
            {
                return next ?? (await store.FindAsync(batch.Id, cancellationToken))?.Batch;
            }

            batch = next;
        }

        return batch;
    }

    private static (Batch After, EventRecord? Told, IReadOnlyList<BatchFile>? Page)? Planned(Batch batch, IReadOnlyList<BatchFile>? page, int unreadable) =>
        page is null
            ? (batch with { IsPlanned = true, Status = BatchStatus.Running, Unreadable = batch.Unreadable + unreadable }, null, null)
            : (batch with
            {
                Files = batch.Files + page.Count, Pages = batch.Pages + 1, Cursor = page[^1].Path, Unreadable = batch.Unreadable + unreadable,
            }, null, page);

    private static async IAsyncEnumerable<IReadOnlyList<BatchFile>> Pages(IAsyncEnumerable<BatchFile> files)
    {
        var (page, characters) = (new List<BatchFile>(), 0);
        await foreach (var file in files)
        {
            page.Add(file);
            characters += file.Path.Length;

            // Before the next is looked for: what is found on the way there would be found again behind this page.
            if (page.Count == MostFiles || characters + MostCharactersOfPath > MostCharacters)
            {
                yield return page;
                (page, characters) = ([], 0);
            }
        }

        if (page.Count > 0)
        {
            yield return page;
        }
    }

    private static NewJob ItemOf(Batch batch, BatchPage page, BatchFile file, int index) => new()
    {
        Id = JobId.Of(batch.Kind, page, file.Path),
        Kind = batch.Kind,
        Source = JobSource.Api,
        Lane = batch.Lane,
        Path = file.Path,
        Size = file.Size,
        Batch = new(batch.Id, page.Number, index),
        IsDryRun = batch.DryRun,
    };

    private BatchPlanner PlannerOf(Batch batch) => planners.Single(planner => planner.Kind == batch.Kind);

    private IAsyncEnumerable<string> ItemsAsync(Batch batch, IReadOnlyList<JobStatus> statuses, CancellationToken cancellationToken) =>
        items.ItemIdsAsync(batch.Id, batch.Pages, [.. statuses.Select(status => BatchRows.GroupOf(status, result: null))], cancellationToken);

    private (Batch After, EventRecord? Told, IReadOnlyList<BatchFile>? Page)? Noted(Batch batch, BatchProgress progress, bool isPaused)
    {
        var now = clock.GetUtcNow();
        var settled = progress.Counts.Settled;
        if (settled != batch.Counts.Settled || isPaused)
        {
            var isOver = now - batch.LastPace.Time >= PaceStep || batch.Pace is [];
            return isOver || now - batch.Moved >= NoteStep
                ? (batch with
                {
                    Counts = progress.Counts, Moved = now, IsStalled = false, Pace = isOver ? [batch.LastPace, new(now, settled)] : batch.Pace,
                }, null, null)
                : null;
        }

        return !batch.IsStalled && now - batch.Moved >= options.Value.StalledAfter
            ? (batch with { IsStalled = true }, BatchEvents.Of(
                batch, "stalled", $"nothing has come to its end for {options.Value.StalledAfter.TotalMinutes:0} minutes. Look at its running jobs", now, severity: EventSeverity.Warning), null)
            : null;
    }

    private (Batch After, EventRecord? Told, IReadOnlyList<BatchFile>? Page)? Ended(Batch batch, BatchCounts counts, string? words)
    {
        var now = clock.GetUtcNow();
        var ended = batch with { Status = BatchWords.StatusOf(batch, counts), Counts = counts, Ended = now, IsStalled = false };
        ended = ended with { Reason = words ?? BatchWords.Sentence(ended) };
        return (ended, BatchEvents.Ended(ended, now), null);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The batch on {Path} has ended: {Status}: {Reason}.")]
        public static partial void Ended(ILogger logger, string path, BatchStatus status, string? reason);
    }
}
