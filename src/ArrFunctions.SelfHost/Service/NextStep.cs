using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Service;

/// <summary>What the user of a service that is ready does next, in one line.</summary>
internal static class NextStep
{
    public static string Of(ArrFunctionsOptions options) =>
        options.Servarr.Instances.Count == 0 ? "no instance configured: set SONARR_URL and SONARR_API_KEY"
        : options.Audio.Roots.Count == 0 ? "no media folder configured: set Audio__Roots"
        : options.Audio.DryRun ? "dry run: it plans and changes nothing until Audio__DryRun=false"
        : $"it looks after {string.Join(", ", options.Servarr.Instances.Select(instance => instance.Name))}";
}
