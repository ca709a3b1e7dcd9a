namespace ArrFunctions.Indexers;

/// <summary>What was seen.</summary>
internal enum ObservationOutcome
{
    /// <summary>It answered.</summary>
    Ok,

    Failed,

    /// <summary>Its instance asks it again; that is no proof that it works, because the block may just have ended.</summary>
    Unblocked,

    /// <summary>A person switched it off: from here on nothing is known of it, until something else is seen.</summary>
    Unwatched,
}
