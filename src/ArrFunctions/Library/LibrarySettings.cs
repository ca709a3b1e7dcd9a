using ArrFunctions.Library.Search;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Library;

/// <summary>The section <c>Library</c>.</summary>
internal static class LibrarySettings
{
    private static readonly Setting<TimeSpan> FullEvery = new(
        "Library:FullEvery", SettingKinds.Duration("1h", "365d"), "7d", "after so long an export asks for all files again, whatever changed");

    private static readonly Setting<int> KeepExports = new(
        "Library:KeepExports", SettingKinds.Integer(1, 400), "10", "of how many exports of an instance the reports are kept; the history stays");

    private static readonly Setting<bool> LegacyArtifacts = new(
        "Library:LegacyArtifacts", SettingKinds.Switch, "false", "write the CSV columns of Arr Score Exporter as well");

    private static readonly Setting<bool> RefreshOnImport = new(
        "Library:RefreshOnImport", SettingKinds.Switch, "true", "fetch the score of a movie or series at once when something of it was imported");

    public static IReadOnlyList<Setting> All { get; } = [FullEvery, KeepExports, LegacyArtifacts, RefreshOnImport, .. LibrarySearchSettings.All];

    public static LibraryOptions Read(SettingReader settings) => new()
    {
        FullEvery = settings.Get(FullEvery),
        KeepExports = settings.Get(KeepExports),
        LegacyArtifacts = settings.Get(LegacyArtifacts),
        RefreshOnImport = settings.Get(RefreshOnImport),
        Search = LibrarySearchSettings.Read(settings),
    };
}
