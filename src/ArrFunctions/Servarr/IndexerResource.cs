namespace ArrFunctions.Servarr;

/// <summary>An indexer as an instance has it, as far as it is used (<c>GET indexer</c>). Its fields can hold cookies and keys in clear.</summary>
internal sealed record IndexerResource
{
    public int Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Prowlarr's switch; null in Sonarr and Radarr.</summary>
    public bool? Enable { get; set; }

    public bool EnableRss { get; set; }

    public bool EnableAutomaticSearch { get; set; }

    public bool EnableInteractiveSearch { get; set; }

    /// <summary><c>torrent</c> or <c>usenet</c>.</summary>
    public string? Protocol { get; set; }

    public string? Implementation { get; set; }

    public int Priority { get; set; }

    /// <summary>Prowlarr: <c>public</c>, <c>semiPrivate</c> or <c>private</c>.</summary>
    public string? Privacy { get; set; }

    /// <summary>Prowlarr: the addresses of the site, the first one is used.</summary>
    public IReadOnlyList<string>? IndexerUrls { get; set; }

    public IReadOnlyList<FieldResource>? Fields { get; set; }

    public IndexerFlags Flags => Enable is { } enable ? new(enable, enable, enable) : new(EnableRss, EnableAutomaticSearch, EnableInteractiveSearch);

    /// <summary>Where it is asked; in Sonarr and Radarr that can be a Prowlarr.</summary>
    public string? BaseUrl => Fields?.FirstOrDefault(part => part.Name is "baseUrl")?.Value ?? (IndexerUrls is [var first, ..] ? first : null);

    /// <summary>Without the fields.</summary>
    public override string ToString() => $"{Name} ({Id})";
}

/// <summary>A field of a provider.</summary>
/// <param name="Value">Where it is text.</param>
internal sealed record FieldResource(string? Name, string? Value)
{
    public override string ToString() => $"{Name}";
}
