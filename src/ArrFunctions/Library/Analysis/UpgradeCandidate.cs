namespace ArrFunctions.Library.Analysis;

/// <summary>A file that its application would replace, or that it would not take today.</summary>
internal sealed record UpgradeCandidate
{
    public required ItemKey Item { get; init; }

    /// <summary>"Dark S01E02", "Heat (1995)".</summary>
    public required string Name { get; init; }

    /// <summary>From 1: by what an upgrade could gain, the candidates that nothing blocks first.</summary>
    public required int Rank { get; init; }

    public required CandidatePriority Priority { get; init; }

    public required int Score { get; init; }

    public required string Profile { get; init; }

    public required string Quality { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<CandidateReason> Reasons { get; init; }

    /// <summary>Points that an upgrade could bring, as its peers show: never beyond the cutoff of its profile.</summary>
    public required int Gain { get; init; }

    /// <summary>Median score of the files on the same profile that are at the cutoff of their quality; null: too few to say.</summary>
    public int? Peers { get; init; }

    /// <summary>Why no upgrade will come; empty: nothing stands in its way.</summary>
    public required IReadOnlyList<CandidateBlock> Blocks { get; init; }

    /// <summary>Why it is one, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What to do, in one or two sentences.</summary>
    public required string Recommendation { get; init; }

    /// <summary>The format that costs it most; null: none costs anything.</summary>
    public FormatScore? WorstFormat { get; init; }
}
