namespace ArrFunctions.Servarr;

/// <summary>What an instance tells of itself, as far as it is used (<c>GET system/status</c>).</summary>
internal sealed record SystemStatusResource
{
    /// <summary>Sonarr, Radarr or Prowlarr.</summary>
    public string? AppName { get; set; }

    /// <summary>4.0.19.2979, for one.</summary>
    public string? Version { get; set; }
}
