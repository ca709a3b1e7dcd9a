using ArrFunctions.Platform;
using ArrFunctions.Setup.Takeover;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>Where another program keeps its configuration and its database.</summary>
/// <param name="Config">Null: there is none.</param>
/// <param name="Database">Null: there is none.</param>
/// <param name="Environment">The <c>.env</c> file beside them, for variables; null: there is none.</param>
internal sealed record TheirPlace(string? Config, string? Database, string? Environment)
{
    /// <param name="folder">Where to look; null: where the program keeps things by itself, if that is known.</param>
    /// <param name="config">Named by the user, and taken without a look.</param>
    /// <param name="database">The same.</param>
    /// <exception cref="SettingException">Nothing is found.</exception>
    public static TheirPlace Find(TheirSystem system, string? folder, string? config, string? database)
    {
        if (folder is not null && !Directory.Exists(folder))
        {
            throw new SettingException(File.Exists(folder)
                ? $"{folder} is a file. Name the folder of {system.Name()}, or the file with --their-config or --their-database."
                : $"There is no folder {folder}.");
        }

        var home = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile, System.Environment.SpecialFolderOption.DoNotVerify);
        var (configs, databases) = system switch
        {
            TheirSystem.AiArrControl => (new[] { ".env" }, new[] { "db/app.db", "app.db", "data/app.db" }),
            TheirSystem.ArrTheAudio => (["config.yaml", "config/config.yaml", "config.yml", "config/config.yml"], ["jobs.db", "config/jobs.db"]),
            _ => (["config.yaml", "config/config.yaml", "config.yml", ".arr-score-exporter/config.yaml"], ["library.db", ".arr-score-exporter/library.db"]),
        };
        string[] folders = folder is not null ? [Path.GetFullPath(folder)] : system is TheirSystem.ArrScoreExporter && config is null && database is null ? [Directory.GetCurrentDirectory(), home, "/etc/arr-score-exporter"] : [];
        var found = new TheirPlace(
            config is not null ? Path.GetFullPath(config) : First(folders, configs),
            database is not null ? Path.GetFullPath(database) : First(folders, databases),
            First([.. folders, .. config is null ? [] : new[] { Path.GetDirectoryName(Path.GetFullPath(config))! }], [".env", "../.env"]));
        return found is { Config: null, Database: null }
            ? throw new SettingException(folder is null
                ? $"Name the folder of {system.Name()}, or its files with --their-config and --their-database."
                : $"Nothing of {system.Name()} is in {folder}: neither {string.Join(" nor ", configs)}, nor {string.Join(" nor ", databases)}. Name its files with --their-config and --their-database.")
            : found;
    }

    private static string? First(IEnumerable<string> folders, string[] names) =>
        folders.SelectMany(folder => names.Select(name => Path.GetFullPath(Path.Combine(folder, name)))).FirstOrDefault(IsFile);

    /// <summary>A pipe would be waited on for ever.</summary>
    private static bool IsFile(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var handle = LinuxFile.OpenPath(path);
            return LinuxFile.Status(handle).Kind is FileKind.Regular;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or LinuxFileException)
        {
            return false;
        }
    }
}
