using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Ops.Backup;

/// <summary>The section <c>Backup</c>.</summary>
internal static class BackupSettings
{
    private static readonly Setting<string> Folder = new(
        "Backup:Folder", SettingKinds.AbsolutePath, Default: null, "folder for backups, `backups` in the data folder where it is not set; the embedded host alone");

    private static readonly Setting<int> Keep = new(
        "Backup:Keep", SettingKinds.Integer(1, 1000), "7", "how many backups are kept of those that the schedule `backup` made");

    private static readonly Setting<bool> Artifacts = new(
        "Backup:Artifacts", SettingKinds.Switch, "true", "whether the reports of exports are in a backup");

    public static IReadOnlyList<Setting> All { get; } = [Folder, Keep, Artifacts];

    public static BackupOptions Read(SettingReader settings) => new()
    {
        Folder = settings.Get(Folder),
        Keep = settings.Get(Keep),
        Artifacts = settings.Get(Artifacts),
    };
}
