namespace ArrFunctions.Servarr;

/// <summary>An application that Prowlarr gives its indexers to (<c>GET applications</c>).</summary>
internal sealed record ApplicationResource
{
    public int Id { get; set; }

    public string? Name { get; set; }

    /// <summary><c>disabled</c>, <c>addOnly</c> or <c>fullSync</c>.</summary>
    public string? SyncLevel { get; set; }

    public IReadOnlyList<FieldResource>? Fields { get; set; }

    /// <summary>Prowlarr as the application reaches it: what the addresses of its indexers begin with there.</summary>
    public string? ProwlarrUrl => Fields?.FirstOrDefault(part => part.Name is "prowlarrUrl")?.Value;

    public override string ToString() => $"{Name} ({Id})";
}
