using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>The kernel locks of the state: one writer of all processes, and who has the file open.</summary>
internal sealed class StateLocks(SqliteOptions options)
{
    private const long TurnByte = 0;
    private const long WriteByte = 1;
    private const long OpenByte = 2;

    /// <summary>Held around every write transaction, every checkpoint, opening and closing.</summary>
    /// <remarks>Who waits for the write byte holds the turn, so a busy process that comes again at once stands behind it.</remarks>
    /// <exception cref="TimeoutException">Another process did not let go.</exception>
    public KernelLock AcquireWrite()
    {
        using var turn = KernelLock.Acquire(options.LockPath, TurnByte, KernelLockMode.Exclusive, options.Patience);
        return KernelLock.Acquire(options.LockPath, WriteByte, KernelLockMode.Exclusive, options.Patience);
    }

    /// <summary>Held as long as the file is open. Taken and freed under the write lock, but for a process that dies.</summary>
    public KernelLock Join() => KernelLock.Acquire(options.LockPath, OpenByte, KernelLockMode.Shared, options.Patience);

    /// <summary>Whether nobody has joined; asked under the write lock.</summary>
    public bool NobodyJoined()
    {
        using var exclusive = KernelLock.TryAcquire(options.LockPath, OpenByte, KernelLockMode.Exclusive);
        return exclusive is not null;
    }
}
