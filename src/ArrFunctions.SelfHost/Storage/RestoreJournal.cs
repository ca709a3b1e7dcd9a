using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>What a restore has decided to do. From the moment it is on disk, the new state is the one that holds: whoever opens the state next finishes it.</summary>
/// <param name="Staged">Folder in the data folder with what is to take the place of the old.</param>
/// <param name="Kept">Folder in the data folder where the old goes.</param>
/// <param name="Replaced">Names that are in <paramref name="Staged"/>.</param>
/// <param name="Removed">Names that have no successor: logs of the old state, which would spoil the new one.</param>
internal sealed record RestoreJournal(string Staged, string Kept, IReadOnlyList<string> Replaced, IReadOnlyList<string> Removed)
{
    public const string FileName = "restore.json";

    /// <summary>Durable before it returns.</summary>
    public void Write(string dataFolder)
    {
        var (path, beside) = (Path.Combine(dataFolder, FileName), Path.Combine(dataFolder, $"{FileName}.new"));
        File.Delete(beside);
        using (var file = new FileStream(beside, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            JsonSerializer.Serialize(file, this, RestoreJson.Default.RestoreJournal);
            file.Flush(flushToDisk: true);
        }

        LinuxFile.Rename(beside, path);
        LinuxFile.TrySyncFolder(dataFolder);
    }

    /// <summary>Finishes a restore that was cut off, before anybody looks at the state.</summary>
    /// <exception cref="StoreException">Somebody has the state open, or the journal cannot be read.</exception>
    public static void FinishIfAny(SqliteOptions options)
    {
        if (!File.Exists(Path.Combine(options.Folder, FileName)))
        {
            return;
        }

        var locks = new StateLocks(options);
        using var turn = locks.AcquireWrite();
        if (Read(options.Folder) is { } journal)
        {
            if (!locks.NobodyJoined())
            {
                throw new StoreException($"A restore of {options.Folder} was cut off, and another process has the state open. Stop every ArrFunctions process, and start this one again.");
            }

            journal.Finish(options.Folder);
        }
    }

    /// <summary>Moves what has not been moved yet; cut off anywhere, the next one goes on. For one who holds the write lock, and nobody has the state open.</summary>
    public void Finish(string dataFolder)
    {
        var (staged, kept) = (Path.Combine(dataFolder, Staged), Path.Combine(dataFolder, Kept));
        Directory.CreateDirectory(kept, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var name in Removed)
        {
            MoveAway(dataFolder, kept, name);
        }

        foreach (var name in Replaced.Where(name => Path.Exists(Path.Combine(staged, name))))
        {
            MoveAway(dataFolder, kept, name);
            LinuxFile.Rename(Path.Combine(staged, name), Path.Combine(dataFolder, name));
            LinuxFile.TrySyncFolder(dataFolder);
            FaultPoint.Here("replaced");
        }

        LinuxFile.TrySyncFolder(kept);
        LinuxFile.TrySyncFolder(dataFolder);
        LinuxFile.Remove(Path.Combine(dataFolder, FileName));
        LinuxFile.TrySyncFolder(dataFolder);
        FaultPoint.Here("finished");
        Directory.Delete(staged, recursive: true);
    }

    private static void MoveAway(string dataFolder, string kept, string name)
    {
        var path = Path.Combine(dataFolder, name);
        if (Path.Exists(path))
        {
            var free = Path.Combine(kept, name);
            for (var number = 2; Path.Exists(free); number++)
            {
                free = Path.Combine(kept, $"{name}.{number}");
            }

            LinuxFile.Rename(path, free);
            LinuxFile.TrySyncFolder(kept);
            LinuxFile.TrySyncFolder(dataFolder);
            FaultPoint.Here("moved away");
        }
    }

    private static RestoreJournal? Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllText(path), RestoreJson.Default.RestoreJournal) : null;
        }
        catch (JsonException wrong)
        {
            throw new StoreException($"{path} is damaged: a restore was cut off, and what it had in mind cannot be read. The old state is in the folder before-restore-*, the new one in restore-*.", wrong);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RestoreJournal))]
internal sealed partial class RestoreJson : JsonSerializerContext;
