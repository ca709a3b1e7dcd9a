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
}
