namespace ArrFunctions.Jobs.Batches;

/// <summary>Settings of batches (section <c>Batches</c>).</summary>
public sealed record BatchesOptions
{
    /// <summary><c>Batches:Queue</c>: name of the queue of what is to be begun.</summary>
    public string Queue { get; init; } = "arrfunctions-batch";

    /// <summary><c>Batches:MostOpen</c>: how many batches may be open at once, 1 to 100.</summary>
    public int MostOpen { get; init; } = 10;

    /// <summary><c>Batches:StalledAfter</c>: how long nothing may come to its end before that is told.</summary>
    public TimeSpan StalledAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary><c>Batches:Scheduled</c>.</summary>
    public IReadOnlyList<ScheduledBatch> Scheduled { get; init; } = [];
}
