using System.Text.Json.Serialization;

namespace ArrFunctions.Jobs.Batches;

/// <summary>How many items of a batch, or of a page of one, stand where.</summary>
public sealed record BatchCounts
{
    public int Queued { get; init; }

    public int Running { get; init; }

    public int Waiting { get; init; }

    /// <summary>Succeeded with <see cref="JobResult.Changed"/>.</summary>
    public int Changed { get; init; }

    /// <summary>Succeeded with <see cref="JobResult.AlreadyCorrect"/>.</summary>
    public int AlreadyCorrect { get; init; }

    /// <summary>Succeeded with <see cref="JobResult.Planned"/>.</summary>
    public int Planned { get; init; }

    public int Skipped { get; init; }

    public int Failed { get; init; }

    public int Poisoned { get; init; }

    public int Cancelled { get; init; }

    public int Succeeded => Changed + AlreadyCorrect + Planned;

    /// <summary>Those that are at their end, and those that wait for something outside.</summary>
    public int Settled => Waiting + Succeeded + Skipped + Failed + Poisoned + Cancelled;

    public int Total => Queued + Running + Settled;

    /// <summary>Whether nothing is queued or running.</summary>
    [JsonIgnore]
    public bool IsSettled => Queued + Running == 0;

    public static BatchCounts operator +(BatchCounts left, BatchCounts right) => new()
    {
        Queued = left.Queued + right.Queued,
        Running = left.Running + right.Running,
        Waiting = left.Waiting + right.Waiting,
        Changed = left.Changed + right.Changed,
        AlreadyCorrect = left.AlreadyCorrect + right.AlreadyCorrect,
        Planned = left.Planned + right.Planned,
        Skipped = left.Skipped + right.Skipped,
        Failed = left.Failed + right.Failed,
        Poisoned = left.Poisoned + right.Poisoned,
        Cancelled = left.Cancelled + right.Cancelled,
    };

    public static BatchCounts operator -(BatchCounts left, BatchCounts right) => left + new BatchCounts
    {
        Queued = -right.Queued,
        Running = -right.Running,
        Waiting = -right.Waiting,
        Changed = -right.Changed,
        AlreadyCorrect = -right.AlreadyCorrect,
        Planned = -right.Planned,
        Skipped = -right.Skipped,
        Failed = -right.Failed,
        Poisoned = -right.Poisoned,
        Cancelled = -right.Cancelled,
    };

    /// <summary>What is under way as it was found; those that are missing among them were lost, and count as failed.</summary>
    public BatchCounts Without(BatchCounts found) => this with
    {
        Queued = found.Queued,
        Running = found.Running,
        Waiting = found.Waiting,
        Failed = Failed + Math.Max(0, Queued + Running + Waiting - found.Queued - found.Running - found.Waiting),
    };

    /// <summary>So many more where the job stands.</summary>
    public BatchCounts With(Job job, int more) => (job.Status, job.Result) switch
    {
        (JobStatus.Queued, _) => this with { Queued = Queued + more },
        (JobStatus.Running, _) => this with { Running = Running + more },
        (JobStatus.Waiting, _) => this with { Waiting = Waiting + more },
        (JobStatus.Succeeded, JobResult.Changed) => this with { Changed = Changed + more },
        (JobStatus.Succeeded, JobResult.AlreadyCorrect) => this with { AlreadyCorrect = AlreadyCorrect + more },
        (JobStatus.Succeeded, _) => this with { Planned = Planned + more },
        (JobStatus.Skipped, _) => this with { Skipped = Skipped + more },
        (JobStatus.Failed, _) => this with { Failed = Failed + more },
        (JobStatus.Poisoned, _) => this with { Poisoned = Poisoned + more },
        _ => this with { Cancelled = Cancelled + more },
    };
}
