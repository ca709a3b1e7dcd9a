namespace ArrFunctions.Servarr;

/// <summary>The three applications.</summary>
public enum ServarrService
{
    Sonarr,
    Radarr,
    Prowlarr,
}
