namespace ArrFunctions.Indexers.Discovery;

/// <summary>Where new indexers are looked for (section <c>Indexers:Discovery</c>); off without a source.</summary>
public sealed record DiscoveryOptions
{
    /// <summary><c>Indexers:Discovery:Sources</c>: addresses of lists in JSON or text.</summary>
    public IReadOnlyList<Uri> Sources { get; init; } = [];

    /// <summary><c>Indexers:Discovery:AllowedHosts</c>: hosts that a proposed indexer may have; empty: none is proposed.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary><c>Indexers:Discovery:Instance</c>: the Prowlarr that is added to; needed where there are several.</summary>
    public string? Instance { get; init; }

    /// <summary><c>Indexers:Discovery:DryRun</c>: a confirmed proposal is checked and not added.</summary>
    public bool DryRun { get; init; } = true;
}
