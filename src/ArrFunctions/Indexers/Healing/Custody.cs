using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Healing;

/// <summary>An indexer is switched off from here, and how it was before.</summary>
/// <param name="Flags">Exactly what is given back.</param>
/// <param name="Since">When it was decided.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="IsByPerson">Somebody switched it off through us: no sweep brings it back.</param>
internal sealed record Custody(CustodyState State, IndexerFlags Flags, DateTimeOffset Since, string Reason, bool IsByPerson);

/// <summary>How far it is. The intent is written before the instance is told, so that a cut-off leaves no doubt.</summary>
internal enum CustodyState
{
    /// <summary>Its instance is about to be told.</summary>
    TakingOut,

    Out,

    /// <summary>Its instance is about to be told to take it in again.</summary>
    BringingBack,
}
