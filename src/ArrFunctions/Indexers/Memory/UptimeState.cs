using System.Text.Json.Serialization;

namespace ArrFunctions.Indexers.Memory;

/// <summary>What is left of everything that was seen of an indexer up to some time: all that the meaning of the next observation depends on.</summary>
internal sealed record UptimeState
{
    /// <summary>What the last observation that told something said.</summary>
    public IndexerCondition Is { get; init; }

    /// <summary>When it told that.</summary>
    public DateTimeOffset Seen { get; init; }

    /// <summary>When the first one did, without another between them. Of one that is down: when its outage began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Of the failure that its outage began with.</summary>
    public FailureClass? Class { get; init; }

    /// <summary>Failures in a row, those close together counted as one.</summary>
    public int Strikes { get; init; }

    /// <summary>When the last one of them was.</summary>
    [JsonPropertyName("strike")]
    public DateTimeOffset LastStrike { get; init; }

    [JsonPropertyName("ok")]
    public DateTimeOffset LastOk { get; init; }

    [JsonPropertyName("failed")]
    public DateTimeOffset LastFailed { get; init; }

    [JsonPropertyName("kind")]
    public FailureClass? LastClass { get; init; }

    public UptimeState After(Observation seen)
    {
        var state = seen switch
        {
            { Outcome: ObservationOutcome.Ok } => this with { LastOk = seen.Time },
            _ when seen.IsFailure() => this with { LastFailed = seen.Time, LastClass = seen.Class },
            _ => this,
        };
        return seen.Condition() switch
        {
            null => state,
            IndexerCondition.Down => state.AfterFailure(seen),
            { } other => state with { Is = other, Seen = seen.Time, Since = Is == other && Since != default ? Since : seen.Time, Class = null, Strikes = 0, LastStrike = default },
        };
    }

    /// <summary>What it is at a time, when nothing was seen since, and since when.</summary>
    public (IndexerCondition Is, DateTimeOffset? Since) At(DateTimeOffset time) =>
        Seen == default ? (IndexerCondition.Unknown, null)
        : Is is not IndexerCondition.Unknown && time >= Seen + ObservationRules.KnownFor ? (IndexerCondition.Unknown, Seen + ObservationRules.KnownFor)
        : (Is, Since);

    private UptimeState AfterFailure(Observation seen)
    {
        var begins = Is is not IndexerCondition.Down;
        var counts = ObservationRules.IsStrike(begins ? null : LastStrike, seen.Time);
        return this with
        {
            Is = IndexerCondition.Down,
            Seen = seen.Time,
            Since = begins ? seen.Time : Since,
            Class = begins ? seen.Class : Class,
            Strikes = begins ? 1 : Strikes + (counts ? 1 : 0),
            LastStrike = counts ? seen.Time : LastStrike,
        };
    }
}
