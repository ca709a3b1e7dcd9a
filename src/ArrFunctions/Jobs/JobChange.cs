namespace ArrFunctions.Jobs;

/// <summary>Pure steps from one state of a job to the next; <see cref="JobTransitions"/> allows each.</summary>
internal static class JobChange
{
    /// <summary>Characters of a reason that are kept: a file or a fault can bring in any words.</summary>
    private const int MostCharacters = 2000;

    public static Job Create(NewJob wanted, DateTimeOffset now) => new()
    {
        Id = wanted.Id,
        Kind = wanted.Kind,
        Source = wanted.Source,
        Lane = wanted.Lane,
        Path = wanted.Path,
        RemotePath = wanted.RemotePath,
        Instance = wanted.Instance,
        FileId = wanted.FileId,
        Size = wanted.Size,
        Title = wanted.Title,
        WebhookId = wanted.WebhookId,
        Batch = wanted.Batch,
        IsDryRun = wanted.IsDryRun,
        Input = wanted.Input,
        Status = wanted.Refusal is null ? JobStatus.Queued : JobStatus.Skipped,
        Code = wanted.Refusal?.Code,
        Reason = wanted.Refusal?.Reason,
        Created = now,
        Updated = now,
    };

    /// <summary>As when it was asked for first: what came of it is forgotten, how long it has waited is not.</summary>
    public static Job Queue(this Job job, DateTimeOffset now) => job with
    {
        Status = JobStatus.Queued,
        Result = null,
        Code = null,
        Reason = null,
        Detail = null,
        UndoId = null,
        IsUndone = false,
        Attempts = 0,
        Lease = null,
        Updated = now,
    };

    /// <summary>It was begun and not ended; this attempt counts.</summary>
    public static Job QueueAgain(this Job job, string reason, DateTimeOffset now) => job with
    {
        Status = JobStatus.Queued, Reason = Cut(reason), Lease = null, Progress = null, Updated = now,
    };

    /// <summary>The worker gives it back before its end, because the worker ends; this attempt does not count.</summary>
    public static Job GiveBack(this Job job, DateTimeOffset now) => job.QueueAgain("its worker stopped before it was done", now) with { Attempts = job.Attempts - 1 };

    public static Job Start(this Job job, string owner, TimeSpan lease, DateTimeOffset now) => job with
    {
        Status = JobStatus.Running, Attempts = job.Attempts + 1, Lease = new(owner, now + lease), Updated = now,
    };

    public static Job Poison(this Job job, string reason, DateTimeOffset now) => job with
    {
        Status = JobStatus.Poisoned, Code = "poisoned", Reason = Cut(reason), Lease = null, Progress = null, Updated = now,
    };

    public static Job Cancel(this Job job, string reason, DateTimeOffset now) => job with
    {
        Status = JobStatus.Cancelled, Code = "cancelled", Reason = reason, Lease = null, Wait = null, Updated = now,
    };

    /// <summary>The file has another path. A job that waited for it to appear is queued, and waits anew if it must.</summary>
    /// <returns>Null where nothing is to be changed: the job has ended, or knows.</returns>
    public static Job? Move(this Job job, string path, string? remotePath, DateTimeOffset now)
    {
        if (job.HasEnded() || (job.Path == path && job.RemotePath == remotePath))
        {
            return null;
        }

        var moved = job with { Path = path, RemotePath = remotePath };
        return moved is { Status: JobStatus.Waiting, Wait.Reason: WaitReason.NotVisible } ? (moved with { Wait = null }).Queue(now) : moved;
    }

    /// <param name="notVisibleFor">A file that is missing longer than this makes the job fail.</param>
    public static Job Finish(this Job job, JobOutcome outcome, TimeSpan notVisibleFor, DateTimeOffset now)
    {
        var ended = job with
        {
            Lease = null,
            Wait = null,
            Progress = null,
            Result = null,
            Code = null,
            UndoId = null,
            IsUndone = false,
            Reason = Cut(outcome.Reason),
            Detail = outcome.Detail ?? job.Detail,
            Updated = now,
        };
        return outcome switch
        {
            JobOutcome.Succeeded done => ended with { Status = JobStatus.Succeeded, Result = done.Result, UndoId = done.UndoId },
            JobOutcome.Skipped skipped => ended with { Status = JobStatus.Skipped, Code = skipped.Code },
            JobOutcome.Failed failed => ended with { Status = JobStatus.Failed, Code = failed.Code },
            JobOutcome.Handed handed => (ended with { Lane = handed.To }).Queue(now) with { Reason = ended.Reason },
            JobOutcome.Waiting waiting => Wait(ended, Deferral.Next(job.Wait, waiting.Why, now), notVisibleFor, now),
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
    }

    private static Job Wait(Job ended, JobWait wait, TimeSpan notVisibleFor, DateTimeOffset now) =>
        wait.Reason is WaitReason.NotVisible && now - wait.Since >= notVisibleFor
            ? ended with { Status = JobStatus.Failed, Code = "notVisible" }
            : ended with { Status = JobStatus.Waiting, Wait = wait };

    private static string Cut(string reason) => reason.Length <= MostCharacters ? reason : $"{reason[..(MostCharacters - 1)]}…";
}
