using System.Text.Json;

namespace ArrFunctions.Jobs;

/// <summary>How one attempt at a job ended.</summary>
public abstract record JobOutcome
{
    private JobOutcome()
    {
    }

    /// <summary>A sentence for people.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc cref="Job.Detail"/>
    public JsonElement? Detail { get; init; }

    /// <param name="Result">What was done.</param>
    /// <param name="UndoId">Takes it back.</param>
    public sealed record Succeeded(JobResult Result, string? UndoId = null) : JobOutcome;

    public sealed record Waiting(WaitReason Why) : JobOutcome;

    /// <param name="Code">Stable word for programs, camelCase.</param>
    public sealed record Skipped(string Code) : JobOutcome;

    /// <summary>It belongs into another lane, where it is begun anew.</summary>
    public sealed record Handed(Lane To) : JobOutcome;

    /// <param name="Code">Stable word for programs, camelCase.</param>
    public sealed record Failed(string Code) : JobOutcome;
}
