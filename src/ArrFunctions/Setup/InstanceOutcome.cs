using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Setup;

/// <summary>What came of adding, changing or removing an instance.</summary>
internal abstract record InstanceOutcome
{
    private InstanceOutcome()
    {
    }

    /// <param name="Name">Of the instance.</param>
    public sealed record Done(string Name) : InstanceOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Code">Stable word for programs, camelCase.</param>
    /// <param name="Sentence">Why, and what to do.</param>
    public sealed record Refused(string Code, string Sentence) : InstanceOutcome;

    /// <summary>With it the configuration would not be valid; nothing was changed.</summary>
    public sealed record Invalid(IReadOnlyList<Finding> Findings) : InstanceOutcome;
}
