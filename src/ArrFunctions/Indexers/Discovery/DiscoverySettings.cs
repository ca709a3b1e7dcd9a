using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>The section <c>Indexers:Discovery</c>.</summary>
internal static class DiscoverySettings
{
    public const string DryRunKey = "Indexers:Discovery:DryRun";

    public const string InstanceKey = "Indexers:Discovery:Instance";

    private const string HostsKey = "Indexers:Discovery:AllowedHosts";

    private static readonly SettingKind<string> Host = SettingKinds.Text("is no host such as example.org or *.example.org", IsHost);

    private static readonly ListSetting<Uri> Sources = new(
        "Indexers:Discovery:Sources", SettingKinds.Url, Default: null, "addresses of lists of indexers, in JSON or text; without one, discovery is off");

    private static readonly ListSetting<string> AllowedHosts = new(
        HostsKey, Host, Default: null, "hosts that a proposed indexer may have: `example.org`, or `*.example.org` for all below it");

    private static readonly Setting<string> Instance = new(
        InstanceKey, SettingKinds.Slug, Default: null, "the Prowlarr that is added to; needed where there are several");

    private static readonly Setting<bool> DryRun = new(
        DryRunKey, SettingKinds.Switch, "true", "a confirmed proposal is checked and not added");

    public static IReadOnlyList<Setting> All { get; } = [Sources, AllowedHosts, Instance, DryRun];

    public static DiscoveryOptions Read(SettingReader settings)
    {
        var options = new DiscoveryOptions
        {
            Sources = settings.Get(Sources),
            AllowedHosts = settings.Get(AllowedHosts),
            Instance = settings.TryGet(Instance, out var instance) ? instance : null,
            DryRun = settings.Get(DryRun),
        };
        if (options is { Sources.Count: > 0, AllowedHosts.Count: 0 })
        {
            settings.Warn($"{settings.NameOf(Sources)} is set and {HostsKey} is not, so no indexer will be proposed.");
        }

        return options;
    }

    private static bool IsHost(string text) =>
        Uri.CheckHostName(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text) is not UriHostNameType.Unknown;
}
