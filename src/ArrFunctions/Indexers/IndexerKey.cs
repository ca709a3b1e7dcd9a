namespace ArrFunctions.Indexers;

/// <summary>An indexer of an instance.</summary>
internal readonly record struct IndexerKey(string Instance, int Id)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Instance}/{Id}");
}
