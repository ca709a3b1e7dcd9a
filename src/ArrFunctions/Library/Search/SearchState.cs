namespace ArrFunctions.Library.Search;

/// <summary>How far a search is.</summary>
internal enum SearchState
{
    /// <summary>A dry run would have searched.</summary>
    Planned,

    /// <summary>The instance is about to be asked. A search that stays so was cut off, and counts as one.</summary>
    Begun,

    /// <summary>The instance took it.</summary>
    Sent,

    /// <summary>The instance did not take it; no indexer was asked.</summary>
    Refused,

    /// <summary>The item was upgraded within three days.</summary>
    Upgraded,

    /// <summary>It was not.</summary>
    NothingBetter,
}
