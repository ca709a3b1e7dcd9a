using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.FunctionApp.Orchestrations;

/// <summary>Pages of which a step failed for good.</summary>
/// <param name="First">Which one was the first, and why.</param>
internal sealed record PageFailures(int Count = 0, string? First = null)
{
    /// <summary>A custom status holds 16 KiB.</summary>
    private const int LongestReason = 500;

    public PageFailures With(BatchPage page, string reason) =>
        new(Count + 1, First ?? $"page {page.Number}: {(reason.Length > LongestReason ? reason[..LongestReason] : reason)}");
}
