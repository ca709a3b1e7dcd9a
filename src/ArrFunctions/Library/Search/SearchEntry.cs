using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Search;

/// <summary>A row of the log of searches. It is written before the instance is asked, so that nothing is searched for twice whatever happens between.</summary>
internal sealed record SearchEntry
{
    public required string Instance { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required ItemKey Item { get; init; }

    /// <summary>"Dark S01E02", "Heat (1995)".</summary>
    public required string Name { get; init; }

    public required CandidatePriority Priority { get; init; }

    /// <summary>Points that an upgrade could bring, as it was seen then.</summary>
    public int Gain { get; init; }

    /// <summary>Names of the indexers that the instance asks in a search, without what Prowlarr adds to them.</summary>
    public required IReadOnlyList<string> Indexers { get; init; }

    /// <summary>Questions to each of them: the episodes of a file are searched for one by one.</summary>
    public int Queries { get; init; } = 1;

    public required SearchState State { get; init; }

    /// <summary>Who wanted it.</summary>
    public required string Actor { get; init; }

    /// <summary>Of the command at the instance.</summary>
    public int? CommandId { get; init; }

    /// <summary>Why it was refused, or why it is not known whether it was taken.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was known what came of it.</summary>
    public DateTimeOffset? Settled { get; init; }

    /// <summary>Points that the upgrade brought.</summary>
    public int? Gained { get; init; }

    /// <summary>Whether its indexers were, or may have been, asked.</summary>
    public bool IsAsked => State is not SearchState.Refused;

    /// <summary>For people.</summary>
    public string InWords() => State switch
    {
        SearchState.Planned => "dry run: it would be searched for",
        SearchState.Begun => Reason ?? "begun",
        SearchState.Refused => $"refused: {Reason}",
        SearchState.Upgraded => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"upgraded by {Gained:+#,0;-#,0;0}"),
        SearchState.NothingBetter => "nothing better found",
        _ => "searched for",
    };
}
