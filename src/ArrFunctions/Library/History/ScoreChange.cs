namespace ArrFunctions.Library.History;

/// <summary>A row of the history of a library: written only when something changed.</summary>
public sealed record ScoreChange
{
    public required DateTimeOffset Time { get; init; }

    public required ItemKey Item { get; init; }

    /// <summary>"Dark S01E02", "Heat (1995)".</summary>
    public required string Title { get; init; }

    public required ScoreChangeKind Kind { get; init; }

    /// <summary>Null: it had no file.</summary>
    public int? Before { get; init; }

    /// <summary>Null: it has no file.</summary>
    public int? After { get; init; }

    public string? QualityBefore { get; init; }

    public string? QualityAfter { get; init; }

    /// <summary>Bytes that the file has more than the one before.</summary>
    public long SizeChange { get; init; }

    /// <summary>The export that found it; null: an import that was told did.</summary>
    public string? ExportId { get; init; }
}
