using ArrFunctions.Platform;

namespace ArrFunctions.Audio;

/// <summary>Keeps two workers, in one process or in several, off one file: one kernel lock per file, by device and inode.</summary>
/// <param name="dataFolder">The lock file lies here; all processes that share the folder share the leases.</param>
internal sealed class FileLeases(string dataFolder)
{
    private readonly string lockFile = Path.Combine(dataFolder, "leases.lock");

    /// <summary>The lease of a file, freed when it is disposed of or its process ends; null while somebody else holds it.</summary>
    public IDisposable? TryTake(FileStatus file) => TryTake(file.Device, file.Inode);

    public IDisposable? TryTake(ulong device, ulong inode) => KernelLock.TryAcquire(lockFile, OffsetOf(device, inode), KernelLockMode.Exclusive);

    /// <summary>Two files may share an offset by chance; then one waits for the other without need.</summary>
    private static long OffsetOf(ulong device, ulong inode) => (long)(StableHash.Of(device, inode) & (long.MaxValue - 1));
}
