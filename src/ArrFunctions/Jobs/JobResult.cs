namespace ArrFunctions.Jobs;

/// <summary>What a job that succeeded did.</summary>
public enum JobResult
{
    Changed,
    AlreadyCorrect,

    /// <summary>A dry run: what would be changed.</summary>
    Planned,
}
