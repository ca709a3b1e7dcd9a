namespace ArrFunctions.Indexers;

/// <summary>Something that was seen of an indexer at one time.</summary>
internal sealed record Observation
{
    public required DateTimeOffset Time { get; init; }

    public required ObservationSource Source { get; init; }

    public required ObservationOutcome Outcome { get; init; }

    /// <summary>Of a failure; null where nothing says what kind it was.</summary>
    public FailureClass? Class { get; init; }

    /// <summary>Of one question to the tracker; null where the source has none.</summary>
    public int? ResponseMilliseconds { get; init; }

    /// <summary>Words about a failure, without secrets.</summary>
    public string? Reason { get; init; }

    /// <summary>Prowlarr's id of the question; with it the same one is known again.</summary>
    public int? HistoryId { get; init; }
}
