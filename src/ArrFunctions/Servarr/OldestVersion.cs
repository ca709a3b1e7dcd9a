namespace ArrFunctions.Servarr;

/// <summary>From which versions on an application has the API that is used here.</summary>
internal static class OldestVersion
{
    /// <summary>Sonarr 3 and Radarr 4 are the first with all members that are read; Prowlarr had another API before 1.0.</summary>
    public static Version Of(ServarrService service) => service switch
    {
        ServarrService.Sonarr => new(3, 0, 9),
        ServarrService.Radarr => new(4, 0),
        _ => new(1, 0),
    };

    /// <summary>What is no version at all is not older.</summary>
    public static bool IsOlder(ServarrService service, string version) => Version.TryParse(version.Split('-', '+')[0], out var read) && read < Of(service);
}
