namespace ArrFunctions.Library.Search;

/// <summary>How far a look for upgrades goes.</summary>
internal enum SearchMode
{
    /// <summary>It tells what would be searched for, and writes nothing.</summary>
    Question,

    /// <summary>It notes what would be searched for, as if it had been: later rehearsals count it, searches do not.</summary>
    Rehearsal,

    /// <summary>It searches.</summary>
    Search,
}
