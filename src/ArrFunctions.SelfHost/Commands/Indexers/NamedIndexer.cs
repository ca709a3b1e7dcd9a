using ArrFunctions.Indexers;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>An indexer that a person may name.</summary>
/// <param name="Judged">Where it is judged, tested and switched; for a copy of Prowlarr's, there.</param>
internal sealed record NamedIndexer(IndexerKey Key, IndexerKey Judged, string Name)
{
    /// <summary>For a line that tells of <see cref="Judged"/>.</summary>
    public string CopyNote => Key == Judged ? "" : $" ({Key} is a copy of it)";
}
