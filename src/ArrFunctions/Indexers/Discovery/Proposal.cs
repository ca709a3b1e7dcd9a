using System.Text.Json;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>An indexer that was found in a list, and what became of it. Holds no secret.</summary>
internal sealed record Proposal
{
    /// <summary>The same for the same site and implementation, whichever list names it.</summary>
    public required string Id { get; init; }

    /// <summary>The Prowlarr that it is for.</summary>
    public required string Instance { get; init; }

    public required ProposalState State { get; init; }

    /// <summary>Why it is refused; of an added one, what is left to do in Prowlarr.</summary>
    public string? Reason { get; init; }

    public string? Name { get; init; }

    /// <summary>With the definition's name, what Prowlarr makes of it; left out where that is not known.</summary>
    public string? Implementation { get; init; }

    public string? DefinitionName { get; init; }

    /// <summary>The definition's own name, which tells presets of one implementation apart.</summary>
    public string? Definition { get; init; }

    public string? Protocol { get; init; }

    /// <summary>Left out where it is no address that can be shown.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Values that the list brings for fields of the definition.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>The list that named it first.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Until when somebody who adds it has the right to.</summary>
    public DateTimeOffset? BusyUntil { get; init; }

    /// <summary>As it was in the list.</summary>
    public Candidate ToCandidate() => new()
    {
        Name = Name,
        Implementation = Implementation,
        DefinitionName = DefinitionName,
        BaseUrl = BaseUrl,
        Protocol = Protocol,
        Fields = Fields ?? new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase),
    };
}

/// <summary>Every proposal.</summary>
internal sealed record ProposalList(IReadOnlyList<Proposal> Proposals);
