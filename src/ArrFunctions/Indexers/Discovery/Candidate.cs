using System.Text.Json;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>An indexer as a list describes it. Nothing of it is true before it was compared with what Prowlarr knows; it can hold secrets.</summary>
internal sealed record Candidate
{
    public string? Name { get; init; }

    public string? Implementation { get; init; }

    public string? DefinitionName { get; init; }

    public string? BaseUrl { get; init; }

    public string? Protocol { get; init; }

    /// <summary>Values for fields of its definition, but the address.</summary>
    public IReadOnlyDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Without what the fields hold.</summary>
    public override string ToString() => $"{Name} {Implementation}";
}
