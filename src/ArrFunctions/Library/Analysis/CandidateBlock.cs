namespace ArrFunctions.Library.Analysis;

/// <summary>Why a candidate will not be replaced.</summary>
public enum CandidateBlock
{
    /// <summary>Its profile allows no upgrades.</summary>
    UpgradesOff,

    /// <summary>The movie, or the series or episode, is not monitored.</summary>
    Unmonitored,

    /// <summary>No indexer that its application searches works.</summary>
    NoIndexer,
}
