using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>What is mounted into a data folder cannot be moved away: a <c>config.yaml</c> of a container, for instance.</summary>
internal sealed class RestoreMounts(string dataFolder)
{
    public const string BesideConfiguration = "config.yaml.restored";

    // proc_pid_mountinfo(5): the fifth field is where it is mounted, with octal escapes for blanks.
    private readonly HashSet<string> mounted = File.Exists("/proc/self/mountinfo")
        ? File.ReadLines("/proc/self/mountinfo").Select(static line => line.Split(' ')).Where(static fields => fields.Length > 4)
            .Select(static fields => fields[4].Replace("\\040", " ", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal)
        : [];

    /// <summary>The name under which an entry comes into the data folder.</summary>
    public string TargetOf(string name) => name is BackupEntry.Configuration && IsMounted(name) ? BesideConfiguration : name;

    /// <param name="names">What is to be replaced.</param>
    /// <exception cref="StoreException">One of them is mounted: a restore that is decided would get no further than to it.</exception>
    public void Refuse(IEnumerable<string> names)
    {
        if (names.FirstOrDefault(IsMounted) is { } name)
        {
            throw new StoreException($"{Path.Combine(dataFolder, name)} is a mount and cannot be replaced. Restore into a folder without it; nothing was changed.");
        }
    }

    private bool IsMounted(string name) => mounted.Contains(Path.Combine(dataFolder, name));
}
