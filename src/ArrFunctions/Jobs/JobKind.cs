namespace ArrFunctions.Jobs;

/// <summary>What a job does.</summary>
public enum JobKind
{
    /// <summary>Sets the default audio track of one file.</summary>
    Audio,

    /// <summary>Fetches the scores of some movies, or of a series.</summary>
    Export,
}
