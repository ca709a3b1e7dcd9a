using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Service;

/// <summary>What the user of a service that is ready does next, in one line.</summary>
internal static class NextStep
{
    /// <param name="firstKey">Where the first key was written to; it may have been deleted since.</param>
    public static string Of(ArrFunctionsOptions options, string firstKey) =>
        options.Servarr.Instances.Count == 0 ? $"no instance configured: open it in a browser{(File.Exists(firstKey) ? $", and sign in with the key in {firstKey}" : " and add one")}"
        : options.Audio.Roots.Count == 0 ? "no media folder configured: name it in the browser under First steps, or set Audio__Roots"
        : options.Audio.DryRun ? "dry run: it plans and changes nothing until Audio__DryRun=false"
        : $"it looks after {string.Join(", ", options.Servarr.Instances.Select(instance => instance.Name))}";
}
