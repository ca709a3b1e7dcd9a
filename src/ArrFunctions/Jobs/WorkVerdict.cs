namespace ArrFunctions.Jobs;

/// <summary>What is to become of a message that was worked on.</summary>
internal abstract record WorkVerdict
{
    private WorkVerdict()
    {
    }

    /// <summary>Nothing more is to be done for it.</summary>
    public sealed record Done : WorkVerdict;

    /// <summary>It is to be seen again after <paramref name="Delay"/>.</summary>
    public sealed record Again(TimeSpan Delay) : WorkVerdict;
}
