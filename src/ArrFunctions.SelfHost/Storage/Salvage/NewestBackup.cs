using ArrFunctions.Ops.Backup;

namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>The newest backup, by its name.</summary>
internal sealed record NewestBackup(string Name, DateTimeOffset Time, long Bytes)
{
    /// <summary>The command that puts it in the place of the state.</summary>
    public string Command => $"arrfunctions admin restore {Name}";

    /// <param name="dataFolder">The data folder.</param>
    /// <param name="folder"><c>Backup:Folder</c>; null: <c>backups</c> in the data folder.</param>
    /// <returns>Null where there is none, or the folder cannot be read.</returns>
    public static NewestBackup? Find(string dataFolder, string? folder) => All(dataFolder, folder).MaxBy(static backup => backup.Time);

    public static string PlaceOf(string dataFolder, string? folder) => folder ?? new SqliteOptions { Folder = dataFolder }.BackupFolder;

    /// <summary>Also those from before migrations, which lie in the data folder in any case.</summary>
    public static IReadOnlyList<NewestBackup> All(string dataFolder, string? folder) =>
        [.. new[] { PlaceOf(dataFolder, folder), PlaceOf(dataFolder, folder: null) }.Distinct(StringComparer.Ordinal).SelectMany(In)];

    private static IReadOnlyList<NewestBackup> In(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFiles().Select(Read).OfType<NewestBackup>()];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static NewestBackup? Read(FileInfo file) => BackupName.TimeOf(file.Name) is { } time ? new(file.Name, time, file.Length) : null;
}
