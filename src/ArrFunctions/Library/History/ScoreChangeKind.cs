namespace ArrFunctions.Library.History;

/// <summary>What happened to an item.</summary>
public enum ScoreChangeKind
{
    /// <summary>It has a file, and had none.</summary>
    Added,

    /// <summary>Another file with a higher score, or with the same score and a better quality.</summary>
    Upgraded,

    /// <summary>Another file with a lower score.</summary>
    Downgraded,

    /// <summary>Another file with the same score.</summary>
    Replaced,

    /// <summary>The same file has another score: a profile or a custom format was edited, or another profile chosen.</summary>
    Rescored,

    /// <summary>The same file has another name.</summary>
    Renamed,

    /// <summary>It has no file any more.</summary>
    Removed,
}
