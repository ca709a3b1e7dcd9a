namespace ArrFunctions.Indexers.Memory;

/// <summary>What observations mean for an indexer (docs/indexers.md, "Uptime").</summary>
internal static class ObservationRules
{
    /// <summary>So long an observation tells of the time after it.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromHours(25);

    /// <summary>Failures closer than this to the last one that counted are the same strike: one search asks an indexer many times, and several sources tell of one failure.</summary>
    private static readonly TimeSpan OneStrike = TimeSpan.FromMinutes(10);

    /// <summary>What the indexer is from here on; null when this tells nothing of it.</summary>
    public static IndexerCondition? Condition(this Observation seen) => seen switch
    {
        { Outcome: ObservationOutcome.Ok } => IndexerCondition.Up,
        { Outcome: ObservationOutcome.Unwatched } => IndexerCondition.Unknown,
        { Outcome: ObservationOutcome.Unblocked } or { Class: FailureClass.ArrDown } => null,

        // It answers, and wants to be left alone, or has nothing: Prowlarr takes that for an answer, and only its test does not.
        { Class: FailureClass.RateLimit or FailureClass.EmptyResult } => IndexerCondition.Up,
        _ => IndexerCondition.Down,
    };

    /// <param name="last">When the last failure was that counted; null after an answer.</param>
    /// <param name="failed">When it failed now.</param>
    public static bool IsStrike(DateTimeOffset? last, DateTimeOffset failed) => last is null || failed - last >= OneStrike;

    /// <summary>As it is kept: to the second.</summary>
    public static DateTimeOffset ToSecond(this DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    /// <summary>Whether the indexer failed, and not its instance.</summary>
    public static bool IsFailure(this Observation seen) => seen is { Outcome: ObservationOutcome.Failed, Class: not FailureClass.ArrDown };

    /// <summary>Whether the tracker was asked something, and answered or failed.</summary>
    public static bool IsQuestion(this Observation seen) =>
        seen.Source is ObservationSource.Query or ObservationSource.Test && (seen.Outcome is ObservationOutcome.Ok || seen.IsFailure());
}
