using ArrFunctions.Library.Analysis;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Library.Search;

/// <summary>The section <c>Library:Search</c>.</summary>
internal static class LibrarySearchSettings
{
    private static readonly Setting<bool> Enabled = new(
        "Library:Search:Enabled", SettingKinds.Switch, "false", "search for upgrades of the best candidates by itself");

    private static readonly Setting<bool> DryRun = new(
        "Library:Search:DryRun", SettingKinds.Switch, "true", "note what would be searched for, and search for nothing");

    private static readonly Setting<int> PerDay = new(
        "Library:Search:PerDay", SettingKinds.Integer(1, 200), "10", "how many searches an instance is asked for on a day in UTC, 1 to 200");

    private static readonly Setting<int> PerIndexer = new(
        "Library:Search:PerIndexer", SettingKinds.Integer(1, 1000), "20", "how many questions an indexer gets by it on a day in UTC, from all instances together");

    private static readonly Setting<TimeSpan> Pause = new(
        "Library:Search:Pause", SettingKinds.Duration("1m", "1d"), "10m", "time between two searches, of whatever instance");

    private static readonly Setting<TimeSpan> CoolDown = new(
        "Library:Search:CoolDown", SettingKinds.Duration("1d", "365d"), "30d", "how long a movie or episode is left after a search for it");

    private static readonly Setting<CandidatePriority> Priority = new(
        "Library:Search:Priority", SettingKinds.Choice<CandidatePriority>(), "high", "`critical`, `high`, `medium` or `low`: candidates of a lower priority are not searched for");

    public static IReadOnlyList<Setting> All { get; } = [Enabled, DryRun, PerDay, PerIndexer, Pause, CoolDown, Priority];

    public static LibrarySearchOptions Read(SettingReader settings) => new()
    {
        Enabled = settings.Get(Enabled),
        DryRun = settings.Get(DryRun),
        PerDay = settings.Get(PerDay),
        PerIndexer = settings.Get(PerIndexer),
        Pause = settings.Get(Pause),
        CoolDown = settings.Get(CoolDown),
        Priority = settings.Get(Priority),
    };
}
