namespace ArrFunctions.Servarr;

/// <summary>What an instance tells of itself, as far as it is used (<c>GET system/status</c>).</summary>
internal sealed record SystemStatusResource
{
    /// <summary>Sonarr, Radarr or Prowlarr.</summary>
    public string? AppName { get; set; }
}
