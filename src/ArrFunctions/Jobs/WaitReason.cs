namespace ArrFunctions.Jobs;

/// <summary>What a job waits for.</summary>
public enum WaitReason
{
    /// <summary>The file has other names; most often a torrent still seeds it.</summary>
    Hardlinked,

    /// <summary>There is no file at its path: a network mount may show it later.</summary>
    NotVisible,

    /// <summary>Another worker holds the file, or something is still writing it.</summary>
    InUse,

    /// <summary>No space is left for a second file.</summary>
    NoSpace,

    /// <summary>What decides about the file cannot be asked: Sonarr or Radarr does not answer.</summary>
    Upstream,
}
