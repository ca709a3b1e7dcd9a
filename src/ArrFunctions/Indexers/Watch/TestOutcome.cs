namespace ArrFunctions.Indexers.Watch;

/// <summary>What came of the wish to test an indexer.</summary>
internal abstract record TestOutcome
{
    private TestOutcome()
    {
    }

    public sealed record Passed(int Milliseconds) : TestOutcome;

    /// <param name="Reason">Words of its instance, without secrets.</param>
    public sealed record Failed(FailureClass Class, string Reason, int Milliseconds) : TestOutcome;

    /// <summary>It was tested a moment ago.</summary>
    /// <param name="NextAt">When it may be tested again.</param>
    public sealed record TooSoon(DateTimeOffset NextAt) : TestOutcome;

    /// <summary>Another indexer of the same site did not answer in time, so this one was not asked.</summary>
    public sealed record NotAsked(string Reason) : TestOutcome;

    /// <summary>Its instance does not have it any more.</summary>
    public sealed record Missing : TestOutcome;

    /// <summary>Its instance could not be asked; nothing is known of the indexer.</summary>
    public sealed record InstanceFailed(string Reason) : TestOutcome;
}

/// <param name="Indexer">Where it was tested.</param>
internal sealed record TestReport(IndexerKey Indexer, string Name, TestOutcome Outcome);
