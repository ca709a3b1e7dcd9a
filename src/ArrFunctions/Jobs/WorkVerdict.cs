using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.Jobs;

/// <summary>What is to become of a message that was worked on.</summary>
internal abstract record WorkVerdict
{
    private WorkVerdict()
    {
    }

    /// <summary>Nothing more is to be done for it.</summary>
    /// <param name="Settled">The page of a batch of which nothing is queued or running since.</param>
    public sealed record Done(BatchPage? Settled = null) : WorkVerdict;

    /// <summary>It is to be seen again after <paramref name="Delay"/>.</summary>
    public sealed record Again(TimeSpan Delay) : WorkVerdict;
}
