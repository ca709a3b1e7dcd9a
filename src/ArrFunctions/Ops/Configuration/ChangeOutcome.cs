namespace ArrFunctions.Ops.Configuration;

/// <summary>What came of a change of stored settings.</summary>
internal abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <param name="ETag">Of the stored values as they are now.</param>
    /// <param name="Settings">What each change does.</param>
    public sealed record Changed(string ETag, IReadOnlyList<ChangedSetting> Settings) : ChangeOutcome;

    /// <summary>Nothing was written.</summary>
    public sealed record Invalid(IReadOnlyList<Finding> Findings) : ChangeOutcome;

    /// <summary>Somebody else wrote meanwhile; nothing was written.</summary>
    public sealed record Conflict : ChangeOutcome;
}
