using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Views;

/// <summary>An indexer as its instance had it at one time.</summary>
/// <param name="Protocol"><c>torrent</c> or <c>usenet</c>.</param>
/// <param name="Address">Where it is asked; null where it does not say.</param>
/// <param name="Origin">Who decides about it.</param>
/// <param name="IsBlocked">Its instance leaves it alone after failures.</param>
internal sealed record IndexerView(
    IndexerKey Key, string Name, string Protocol, IndexerFlags Flags, Uri? Address, int Priority, string? Privacy, IndexerOrigin Origin, bool IsBlocked)
{
    /// <summary>Until when; null where its instance does not say.</summary>
    public DateTimeOffset? BlockedTill { get; init; }

    /// <summary>The first failure that led to it; null where its instance does not say.</summary>
    public DateTimeOffset? BlockedSince { get; init; }

    public DateTimeOffset? MostRecentFailure { get; init; }

    public bool IsOn => Flags.AreAnyOn;

    /// <summary>Where it is judged, tested and switched.</summary>
    public IndexerKey Judged => Origin is IndexerOrigin.Prowlarr { Indexer: var indexer } ? indexer : Key;
}
