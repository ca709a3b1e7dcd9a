namespace ArrFunctions.Jobs.Batches;

/// <summary>Settings of batches (section <c>Batches</c>).</summary>
public sealed record BatchesOptions
{
    /// <summary><c>Batches:Queue</c>: name of the queue of what is to be begun.</summary>
    public string Queue { get; init; } = "arrfunctions-batch";
}
