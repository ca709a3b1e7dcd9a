namespace ArrFunctions.Indexers.Reports;

/// <summary>How an indexer stands, in one word.</summary>
internal enum IndexerState
{
    /// <summary>Nothing was seen of it yet, or not for long.</summary>
    Unknown,

    Working,

    Failing,

    /// <summary>It fails, and its instance leaves it alone for a while.</summary>
    Blocked,

    /// <summary>A sweep switched it off, and brings it back when it works.</summary>
    TakenOut,

    /// <summary>A person switched it off.</summary>
    SwitchedOff,
}
