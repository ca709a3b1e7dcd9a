using ArrFunctions.Indexers.Discovery;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Indexers;

/// <summary>The section <c>Indexers</c>.</summary>
internal static class IndexersSettings
{
    private static readonly Setting<TimeSpan> CacheFor = new(
        "Indexers:CacheFor", SettingKinds.Duration("10s", "1h"), "5m", "how long what an instance told of its indexers is used before it is asked again");

    private static readonly Setting<int> CachedInstances = new(
        "Indexers:CachedInstances", SettingKinds.Integer(1, 1000), "64", "of how many instances that is kept at once");

    private static readonly Setting<TimeSpan> TestInterval = new(
        "Indexers:TestInterval", SettingKinds.Duration("1h", "7d"), "3h", "time between two tests of an indexer of Sonarr or Radarr that works; one of Prowlarr is tested only when Prowlarr has not asked it for long");

    private static readonly Setting<TimeSpan> LongestTestInterval = new(
        "Indexers:LongestTestInterval", SettingKinds.Duration("1h", "30d"), "24h", "up to where the time between two tests doubles with each failure");

    private static readonly Setting<TimeSpan> KeepObservations = new(
        "Indexers:KeepObservations", SettingKinds.Duration("2d", "3650d"), "90d", "how long single observations are kept");

    private static readonly Setting<TimeSpan> KeepDays = new(
        "Indexers:KeepDays", SettingKinds.Duration("100d", "36500d"), "400d", "how long the figures of single days are kept; those of months stay");

    private static readonly Setting<bool> DryRun = new(
        "Indexers:Heal:DryRun", SettingKinds.Switch, "true", "a heal sweep shows its plan, and tests and changes nothing");

    private static readonly Setting<int> Strikes = new(
        "Indexers:Heal:Strikes", SettingKinds.Integer(2, 100), "5", "how many failures in a row an indexer has before it is switched off, 2 to 100");

    private static readonly Setting<TimeSpan> FailingFor = new(
        "Indexers:Heal:FailingFor", SettingKinds.Duration("30m", "30d"), "12h", "over how long a time these failures are spread at least");

    private static readonly Setting<int> Successes = new(
        "Indexers:Heal:Successes", SettingKinds.Integer(1, 10), "2", "how many tests in a row an indexer passes before it is switched on again");

    private static readonly Setting<int> MinimumEnabled = new(
        "Indexers:Heal:MinimumEnabled", SettingKinds.Integer(1, 100), "1", "how many indexers of each protocol stay on in each instance");

    private static readonly Setting<int> MostChanges = new(
        "Indexers:Heal:MostChanges", SettingKinds.Integer(1, 100), "3", "how many indexers one sweep switches at most, over all instances");

    private static readonly Setting<TimeSpan> CoolDown = new(
        "Indexers:Heal:CoolDown", SettingKinds.Duration("0s", "30d"), "6h", "how long an indexer that was switched is left as it is");

    private static readonly Setting<int> OutageShare = new(
        "Indexers:Heal:OutageShare", SettingKinds.Integer(20, 100), "50", "percent of the indexers of an instance that begin to fail together where it is the network and not they");

    private static readonly ListSetting<string> Exclude = new(
        "Indexers:Heal:Exclude", SettingKinds.Text("is no name of an indexer", static text => text.Length > 0), Default: null,
        "names of indexers that are never switched, alone or as `instance/name`");

    public static IReadOnlyList<Setting> All { get; } =
    [
        CacheFor, CachedInstances, TestInterval, LongestTestInterval, KeepObservations, KeepDays, DryRun, Strikes, FailingFor, Successes, MinimumEnabled, MostChanges,
        CoolDown, OutageShare, Exclude, .. DiscoverySettings.All,
    ];

    public static IndexersOptions Read(SettingReader settings)
    {
        var options = new IndexersOptions
        {
            CacheFor = settings.Get(CacheFor),
            CachedInstances = settings.Get(CachedInstances),
            TestInterval = settings.Get(TestInterval),
            LongestTestInterval = settings.Get(LongestTestInterval),
            KeepObservations = settings.Get(KeepObservations),
            KeepDays = settings.Get(KeepDays),
            Heal = new()
            {
                DryRun = settings.Get(DryRun),
                Strikes = settings.Get(Strikes),
                FailingFor = settings.Get(FailingFor),
                Successes = settings.Get(Successes),
                MinimumEnabled = settings.Get(MinimumEnabled),
                MostChanges = settings.Get(MostChanges),
                CoolDown = settings.Get(CoolDown),
                OutageShare = settings.Get(OutageShare),
                Exclude = settings.Get(Exclude),
            },
            Discovery = DiscoverySettings.Read(settings),
        };
        if (options.LongestTestInterval < options.TestInterval)
        {
            settings.Refuse($"{settings.NameOf(LongestTestInterval)} is shorter than {settings.NameOf(TestInterval)}.");
        }

        return options;
    }
}
