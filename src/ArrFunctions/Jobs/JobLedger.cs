using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Correlation;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Metrics;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

/// <summary>The one place where the status of a job changes. Every change is conditional on what was read, and tells its event in the same batch.</summary>
internal sealed class JobLedger(JobStore store, IWorkQueue queue, Live<JobsOptions> options, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>How long a worker is believed to work on a job without saying so again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Jobs that ended here, by the status they ended in.</summary>
    public Tally Ended { get; } = new();

    /// <summary>Keeps the job and puts it into its lane; completes when both are durable. Work that was asked for before is answered by the job
    /// that is there, whatever its status; one that failed or was poisoned is queued again.</summary>
    public async Task<JobReceipt> SubmitAsync(NewJob wanted, CancellationToken cancellationToken)
    {
        var job = Create(wanted, clock.GetUtcNow());
        if (await AddAsync(job, cancellationToken))
        {
            await SendIfQueuedAsync(job);
            return new(job, IsNew: true, job.Status is JobStatus.Queued);
        }

        var again = await QueueAsync(job.Id, found => found.Status is JobStatus.Failed or JobStatus.Poisoned ? AskedForHere(found) : null, actor: null, cancellationToken);
        return new(again ?? (await FindAsync(job.Id, cancellationToken))!, IsNew: false, IsQueued: again is not null);
    }

    /// <summary>Keeps items of a page of a batch and puts them into their lane; completes when all are durable. Those that are there already and queued are
    /// sent again: whoever did this before may have been cut off between.</summary>
    public async Task SubmitItemsAsync(BatchPage page, IEnumerable<NewJob> wanted, bool isRepeated, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sending = new List<Task>();
        try
        {
            foreach (var jobs in wanted.Select(job => Create(job, now)).Chunk(JobStore.MostItems))
            {
                await store.AddItemsAsync(page, jobs, cancellationToken);
                sending.AddRange(jobs.Select(SendIfNewAsync));
            }
        }
        finally
        {
            await Task.WhenAll(sending);
        }

        async Task SendIfNewAsync(Job job) => await SendIfQueuedAsync(isRepeated ? await FindAsync(job.Id, cancellationToken) : job);
    }

    /// <summary>Keeps work that was done already, without a lane: what the command line did. The same id again tells what came of it this time.</summary>
    public async Task<Job> RecordAsync(NewJob done, JobOutcome outcome, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var job = Create(done, now).Finish(outcome, options.Value.NotVisibleFor, now);
        return await AddAsync(job, cancellationToken)
            ? job
            : await WriteAsync(job.Id, Anew, actor: null, cancellationToken) ?? (await FindAsync(job.Id, cancellationToken))!;

        // A worker that is at it tells what came of it, unless it finds done what was done here.
        Job? Anew(Job found) => found.Status is JobStatus.Running && outcome is not JobOutcome.Succeeded { Result: JobResult.Changed }
            ? null
            : found.Finish(outcome, options.Value.NotVisibleFor, now);
    }

    public async Task<Job?> FindAsync(string id, CancellationToken cancellationToken) => (await store.FindAsync(id, cancellationToken))?.Job;

    /// <summary>Begins a job that is queued, or whose worker is gone.</summary>
    /// <returns>Null when there is nothing to begin in this lane: its message is left over.</returns>
    public async Task<Job?> StartAsync(string id, string owner, Lane lane, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var started = await ChangeAsync(
            id,
            job => !CanStart(job, now) || job.Lane != lane ? null : job.Attempts < options.Value.MaxAttempts ? job.Start(owner, Lease, now) : PoisonOf(job, now),
            actor: null,
            cancellationToken);
        return started is { Status: JobStatus.Running } ? started : null;
    }

    /// <summary>Says that the worker is still there, and how far it has come.</summary>
    /// <returns>False when it is not its job any more.</returns>
    public async Task<bool> RenewAsync(string id, string owner, JobProgress? progress, CancellationToken cancellationToken) => await ChangeAsync(
        id,
        job => IsHeldBy(job, owner) ? job with { Lease = new(owner, clock.GetUtcNow() + Lease), Progress = progress } : null,
        actor: null,
        cancellationToken) is not null;

    /// <summary>What the attempt came to; nothing when the job was taken away meanwhile. One that belongs into another lane is sent there.</summary>
    public async Task<Job?> FinishAsync(string id, string owner, JobOutcome outcome, CancellationToken cancellationToken)
    {
        var finished = await ChangeAsync(
            id, job => IsHeldBy(job, owner) ? job.Finish(outcome, options.Value.NotVisibleFor, clock.GetUtcNow()) : null, actor: null, cancellationToken);
        await SendIfQueuedAsync(finished);
        return finished;
    }

    /// <summary>The page of a batch of which nothing is queued or running since this job is neither; null: there is none.</summary>
    public async Task<BatchPage?> SettledByAsync(Job job, CancellationToken cancellationToken) =>
        job is { Status: not (JobStatus.Queued or JobStatus.Running), Batch: { } item } && new BatchPage(item.Id, item.Page) is var page
            && (await store.FindCountsAsync(page, cancellationToken)).Counts.IsSettled ? page : null;

    /// <summary>The worker has to stop: the job is queued again as if it had not been begun. Its message is the caller's matter.</summary>
    public Task<Job?> GiveBackAsync(string id, string owner, CancellationToken cancellationToken) => ChangeAsync(
        id, job => IsHeldBy(job, owner) ? job.GiveBack(clock.GetUtcNow()) : null, actor: null, cancellationToken);

    /// <summary>The attempt ended without a result: it is queued again, or poisoned when that has happened too often. Its message is the caller's matter.</summary>
    public Task<Job?> ReleaseAsync(string id, string owner, string reason, CancellationToken cancellationToken) => ChangeAsync(
        id, job => IsHeldBy(job, owner) ? Reopen(job, reason, clock.GetUtcNow()) : null, actor: null, cancellationToken);

    /// <summary>A job whose worker is gone is queued again.</summary>
    /// <param name="isGone">Judges the lease.</param>
    public async Task<bool> ReclaimAsync(string id, Func<JobLease, bool> isGone, CancellationToken cancellationToken)
    {
        var reclaimed = await ChangeAsync(
            id,
            job => job is { Status: JobStatus.Running, Lease: { } lease } && isGone(lease) ? Reopen(job, "its worker ended before it did", clock.GetUtcNow()) : null,
            actor: null,
            cancellationToken);
        await SendIfQueuedAsync(reclaimed);
        return reclaimed is not null;
    }

    /// <summary>Sends the message of a queued job again; one too many is dropped by whoever receives it.</summary>
    public async Task<bool> ResendAsync(string id, TimeSpan minimumAge, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Status: JobStatus.Queued } job || clock.GetUtcNow() - job.Updated < minimumAge)
        {
            return false;
        }

        await SendIfQueuedAsync(job);
        return true;
    }

    /// <summary>A waiting job that is due is looked at again.</summary>
    public Task<Job?> WakeAsync(string id, CancellationToken cancellationToken) => QueueAsync(
        id, job => job.Status is JobStatus.Waiting && job.Wait!.Until <= clock.GetUtcNow() ? job : null, actor: null, cancellationToken);

    /// <summary>A person wants another attempt.</summary>
    /// <returns>Null when it is queued or running as it is.</returns>
    public Task<Job?> RetryAsync(string id, string actor, CancellationToken cancellationToken) => QueueAsync(
        id, job => job.Status is JobStatus.Queued or JobStatus.Running ? null : job with { Wait = null }, actor, cancellationToken);

    /// <summary>An item of a batch that failed before its batch was asked to try again gets another attempt.</summary>
    public Task<Job?> RetryItemAsync(string id, DateTimeOffset before, CancellationToken cancellationToken) => QueueAsync(
        id, job => job.Status is JobStatus.Failed or JobStatus.Poisoned && job.Updated <= before ? AskedForHere(job) with { Wait = null } : null, actor: null, cancellationToken);

    /// <summary>A plan is to be carried out.</summary>
    public Task<Job?> ApplyAsync(string id, string actor, CancellationToken cancellationToken) => QueueAsync(
        id, job => job is { Status: JobStatus.Succeeded, Result: JobResult.Planned } ? job with { Lane = Lane.Normal, IsDryRun = false } : null, actor, cancellationToken);

    /// <returns>Null when it is not queued and does not wait.</returns>
    public Task<Job?> CancelAsync(string id, string? actor, string reason, CancellationToken cancellationToken) => ChangeAsync(
        id, job => job.Status is JobStatus.Queued or JobStatus.Waiting ? job.Cancel(reason, clock.GetUtcNow()) : null, actor, cancellationToken);

    /// <summary>A person took back what the job changed.</summary>
    public Task MarkUndoneAsync(string id, string actor, CancellationToken cancellationToken) => ChangeAsync(
        id, job => job.IsUndone || !job.HasEnded() ? null : job with { IsUndone = true }, actor, cancellationToken);

    /// <summary>The file got another path: jobs that have not ended follow it, and those that waited for it to appear are queued at once. Idempotent.</summary>
    /// <returns>The jobs that follow.</returns>
    public async Task<IReadOnlyList<Job>> MoveFileAsync(string instance, int fileId, string path, string? remotePath, CancellationToken cancellationToken)
    {
        var moved = new List<Job>();
        await foreach (var id in store.OfFileAsync(instance, fileId, cancellationToken))
        {
            if (await ChangeAsync(id, found => found.Move(path, remotePath, clock.GetUtcNow()), actor: null, cancellationToken) is { } job)
            {
                await SendIfQueuedAsync(job);
                moved.Add(job);
            }
        }

        return moved;
    }

    /// <summary>The file is gone: jobs that are queued or wait for it are cancelled.</summary>
    /// <returns>The jobs that were cancelled.</returns>
    public async Task<IReadOnlyList<Job>> CancelFileAsync(string instance, int fileId, string reason, CancellationToken cancellationToken)
    {
        var cancelled = new List<Job>();
        await foreach (var id in store.OfFileAsync(instance, fileId, cancellationToken))
        {
            if (await CancelAsync(id, $"webhook:{instance}", reason, cancellationToken) is { } job)
            {
                cancelled.Add(job);
            }
        }

        return cancelled;
    }

    private static Job Create(NewJob wanted, DateTimeOffset now) => AskedForHere(JobChange.Create(wanted, now));

    /// <summary>What comes of it belongs to what is done now.</summary>
    private static Job AskedForHere(Job job) => job with { CorrelationId = CorrelationId.Current ?? CorrelationId.New(), TraceParent = Spans.Current };

    private static bool CanStart(Job job, DateTimeOffset now) =>
        job.Status is JobStatus.Queued || (job.Status is JobStatus.Running && job.Lease!.Until <= now);

    private static bool IsHeldBy(Job job, string owner) => job.Status is JobStatus.Running && job.Lease!.Owner == owner;

    private Job Reopen(Job job, string reason, DateTimeOffset now) =>
        job.Attempts < options.Value.MaxAttempts ? job.QueueAgain(reason, now) : PoisonOf(job, now, reason);

    private static Job PoisonOf(Job job, DateTimeOffset now, string? reason = null) => job.Poison(
        $"it was begun {job.Attempts} times and never ended; the last time: {reason ?? job.Reason ?? "its worker ended before it did"}. Retry it when the cause is gone", now);

    private async Task<Job?> QueueAsync(string id, Func<Job, Job?> select, string? actor, CancellationToken cancellationToken)
    {
        var queued = await ChangeAsync(
            id, job => select(job)?.Queue(clock.GetUtcNow()) is not { } again ? null : actor is null ? again : AskedForHere(again), actor, cancellationToken);
        await SendIfQueuedAsync(queued);
        return queued;
    }

    /// <summary>Is not cancelled: what the ledger says is queued has its message.</summary>
    private Task SendIfQueuedAsync(Job? job) => job is { Status: JobStatus.Queued }
        ? queue.SendAsync(options.Value.Queues[job.Lane], new WorkItem(job.Id).ToBody(), TimeSpan.Zero, CancellationToken.None)
        : Task.CompletedTask;

    private async Task<bool> AddAsync(Job job, CancellationToken cancellationToken)
    {
        var told = JobEvents.Of(before: null, job, actor: null, job.Created);
        var isAdded = await store.AddAsync(job, told, cancellationToken);
        SignalIf(isAdded && told is not null);
        CountIf(isAdded, JobStatus.Queued, job);
        return isAdded;
    }

    /// <summary>A change that the transitions allow.</summary>
    private Task<Job?> ChangeAsync(string id, Func<Job, Job?> change, string? actor, CancellationToken cancellationToken) => WriteAsync(
        id,
        before => change(before) is { } after ? JobTransitions.Checked(before, after) : null,
        actor,
        cancellationToken);

    /// <summary>Reads, changes and writes until nobody else wrote between.</summary>
    /// <returns>The job after the change; null when there is none, or <paramref name="change"/> gave null.</returns>
    private async Task<Job?> WriteAsync(string id, Func<Job, Job?> change, string? actor, CancellationToken cancellationToken)
    {
        while (await store.FindAsync(id, cancellationToken) is var (before, etag))
        {
            if (change(before) is not { } after)
            {
                return null;
            }

            var told = JobEvents.Of(before, after, actor, clock.GetUtcNow());
            if (await store.TryReplaceAsync(before, etag, after, told, cancellationToken))
            {
                SignalIf(told is not null);
                CountIf(isWritten: true, before.Status, after);
                return after;
            }
        }

        return null;
    }

    private void CountIf(bool isWritten, JobStatus before, Job after)
    {
        if (isWritten && before != after.Status && after.HasEnded())
        {
            Ended.Add(JsonNamingPolicy.CamelCase.ConvertName(after.Status.ToString()));
        }
    }

    private void SignalIf(bool isTold)
    {
        if (isTold)
        {
            signal.Set();
        }
    }
}
