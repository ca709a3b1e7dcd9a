using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.SelfHost.Commands;

/// <summary>The settings that keep a feature from changing anything.</summary>
internal static class DryRunSwitches
{
    /// <summary>Those that are on.</summary>
    public static IReadOnlyList<string> On(ArrFunctionsOptions options) => [.. All(options).Where(static one => one.IsOn).Select(static one => one.Key)];

    private static (string Key, bool IsOn)[] All(ArrFunctionsOptions options) =>
    [
        ("Audio:DryRun", options.Audio.DryRun),
        ("Indexers:Heal:DryRun", options.Indexers.Heal.DryRun),
        ("Indexers:Discovery:DryRun", options.Indexers.Discovery.DryRun),
        ("Library:Search:DryRun", options.Library.Search.DryRun),
    ];
}
