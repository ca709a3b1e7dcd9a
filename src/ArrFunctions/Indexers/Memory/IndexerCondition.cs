namespace ArrFunctions.Indexers.Memory;

/// <summary>Whether an indexer works, as far as something was seen of it.</summary>
internal enum IndexerCondition
{
    Unknown,
    Up,
    Down,
}
