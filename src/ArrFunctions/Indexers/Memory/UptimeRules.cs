namespace ArrFunctions.Indexers.Memory;

/// <summary>What observations mean for the uptime of an indexer (docs/indexers.md, "Uptime").</summary>
internal static class UptimeRules
{
    /// <summary>So long an observation tells of the time after it.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromHours(25);

    /// <summary>Failures this close to the last one that counted are the same strike.</summary>
    public static readonly TimeSpan OneStrike = TimeSpan.FromMinutes(10);

    /// <summary>What the indexer is from here on; null when this tells nothing of it.</summary>
    public static IndexerCondition? Condition(this Observation seen) => seen switch
    {
        { Outcome: ObservationOutcome.Ok } => IndexerCondition.Up,
        { Outcome: ObservationOutcome.Unwatched } => IndexerCondition.Unknown,
        { Outcome: ObservationOutcome.Unblocked } or { Class: FailureClass.ArrDown } => null,

        // It answers, and wants to be left alone, or has nothing.
        { Class: FailureClass.RateLimit or FailureClass.EmptyResult } => IndexerCondition.Up,
        _ => IndexerCondition.Down,
    };

    /// <summary>Whether the indexer failed, and not its instance.</summary>
    public static bool IsFailure(this Observation seen) => seen is { Outcome: ObservationOutcome.Failed, Class: not FailureClass.ArrDown };

    /// <summary>Whether the tracker was asked something, and answered or failed.</summary>
    public static bool IsQuestion(this Observation seen) =>
        seen is { Source: ObservationSource.Query or ObservationSource.Test, Outcome: ObservationOutcome.Ok } || (seen.IsFailure() && seen.Source is ObservationSource.Query or ObservationSource.Test);
}
