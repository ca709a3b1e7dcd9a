namespace ArrFunctions.Servarr;

/// <summary>What an instance found when it tested an indexer.</summary>
internal abstract record IndexerTestOutcome
{
    private IndexerTestOutcome()
    {
    }

    public sealed record Passed : IndexerTestOutcome;

    /// <param name="Property">The field that is to blame, <c>ApiKey</c> for one; empty where it is none.</param>
    /// <param name="Reason">Words of the instance without secrets, fit to be shown.</param>
    public sealed record Failed(string Property, string Reason) : IndexerTestOutcome;

    /// <summary>The instance has no indexer with this id.</summary>
    public sealed record Missing : IndexerTestOutcome;
}
