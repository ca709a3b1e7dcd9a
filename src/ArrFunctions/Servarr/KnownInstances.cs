namespace ArrFunctions.Servarr;

/// <summary>What is said of a name that no instance has.</summary>
internal static class KnownInstances
{
    public static string Unknown(string name, ServarrOptions servarr) => servarr.Instances is []
        ? "No instance is configured: set SONARR_URL and SONARR_API_KEY, or Servarr__Instances__0__Service, __Url and __ApiKey. "
            + "A command does not see the variables that another terminal gave to the service; what stands in config.yaml in the data folder holds for both."
        : $"There is no instance {Quoted.Of(name)}. Configured are {string.Join(", ", servarr.Instances.Select(instance => instance.Name))}.";
}
