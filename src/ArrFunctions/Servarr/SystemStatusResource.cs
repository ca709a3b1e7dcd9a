namespace ArrFunctions.Servarr;

/// <summary>What an instance tells of itself (<c>GET system/status</c>).</summary>
internal sealed record SystemStatusResource
{
    /// <summary>Sonarr, Radarr or Prowlarr.</summary>
    public string? AppName { get; set; }

    public string? InstanceName { get; set; }

    public string? Version { get; set; }

    public string? UrlBase { get; set; }

    public bool IsDocker { get; set; }

    public bool IsWindows { get; set; }
}
