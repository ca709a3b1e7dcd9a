namespace ArrFunctions.Indexers.Healing;

/// <summary>An indexer, as the policy judges it.</summary>
/// <param name="Protocol"><c>torrent</c> or <c>usenet</c>.</param>
/// <param name="IsOn">Switched on when the sweep began.</param>
/// <param name="History">What was seen of it, the oldest first; at least since its last answer.</param>
internal sealed record HealCase(IndexerKey Key, string Name, string Protocol, bool IsOn, IReadOnlyList<Observation> History)
{
    public Custody? Custody { get; init; }

    /// <summary>When it was last switched from here.</summary>
    public DateTimeOffset? LastChange { get; init; }

    /// <summary>Tests in a row that it passed.</summary>
    public int PassedTests { get; init; }
}
