namespace ArrFunctions.Library.Search;

/// <summary>What to search for, one after the other, and why nothing else.</summary>
internal sealed record SearchChoice(IReadOnlyList<SearchCandidate> Next, IReadOnlyList<LeftOut> LeftOut);

/// <summary>Candidates that are left for one reason.</summary>
/// <param name="First">Names of the first few, by rank.</param>
internal sealed record LeftOut(LeftOutReason Reason, int Count, IReadOnlyList<string> First);

/// <summary>Why a candidate is not searched for. The first that holds is told.</summary>
internal enum LeftOutReason
{
    /// <summary>Its priority is below the one that is asked for.</summary>
    Priority,

    /// <summary>Its application would not replace it.</summary>
    Blocked,

    /// <summary>It is not released yet.</summary>
    Unavailable,

    /// <summary>It was searched for not long ago.</summary>
    CoolDown,

    /// <summary>No indexer that could find it works.</summary>
    NoIndexer,

    /// <summary>The searches of the day are used up.</summary>
    Budget,

    /// <summary>An indexer that would be asked has got its questions of the day.</summary>
    IndexerBudget,

    /// <summary>Its turn comes after those that were asked for.</summary>
    Later,
}
