using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Platform;

/// <summary>
/// A lock that the kernel holds on one byte of a file, between processes and within one, and frees when its holder is killed.
/// One file serves any number of subjects, each by its own offset; the file stays empty and needs no clean-up.
/// </summary>
/// <remarks>
/// Open-file-description locks of Linux (fcntl(2), F_OFD_SETLK): each acquisition opens its own description, so two
/// acquisitions of one process exclude each other, and closing another handle of the file frees nothing (as it would with POSIX locks).
/// </remarks>
public sealed partial class KernelLock : IDisposable
{
    private const int InterruptedCall = 4;
    private const int TryAgain = 11;
    private const int AccessDenied = 13;
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(16);
    private readonly SafeFileHandle file;

    private KernelLock(SafeFileHandle file) => this.file = file;

    /// <summary>The lock, or null when somebody else holds it. The file is made (mode 0600) where it is missing; its folder is not.</summary>
    /// <exception cref="IOException">The file cannot be opened or locked.</exception>
    public static KernelLock? TryAcquire(string path, long offset, KernelLockMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var opened = Open(path);
        KernelLock? acquired = null;
        try
        {
            return acquired = TrySet(opened, path, offset, mode) ? new KernelLock(opened) : null;
        }
        finally
        {
            if (acquired is null)
            {
                opened.Dispose();
            }
        }
    }

    /// <summary>Whether somebody holds the lock; the question takes nothing, so that nobody is refused because of it.</summary>
    /// <exception cref="IOException">The file cannot be opened or asked.</exception>
    public static bool IsHeld(string path, long offset)
    {
        using var opened = Open(path);
        var region = new Native.Region { Type = Native.WriteLock, Start = offset, Length = 1 };
        return Native.Control(opened, Native.GetLock, ref region) == 0 ? region.Type != Native.Unlock : throw Failure("asked", path, Marshal.GetLastPInvokeError());
    }

    /// <summary>Waits for the lock on the calling thread. It asks again and again: a thread that waits in the kernel (F_OFD_SETLKW) can neither
    /// give up after a time nor be cancelled.</summary>
    /// <exception cref="TimeoutException">Somebody else held it all the time.</exception>
    /// <exception cref="IOException">The file cannot be opened or locked.</exception>
    public static KernelLock Acquire(string path, long offset, KernelLockMode mode, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var waiting = Stopwatch.StartNew();
        for (var pause = TimeSpan.FromMilliseconds(1); ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryAcquire(path, offset, mode) is { } acquired)
            {
                return acquired;
            }

            if (timeout != Timeout.InfiniteTimeSpan && waiting.Elapsed >= timeout)
            {
                throw new TimeoutException($"Another process has held the lock {path} (byte {offset}) for {timeout.TotalSeconds:0.#} s.");
            }

            cancellationToken.WaitHandle.WaitOne(pause);
        }
    }

    /// <summary>Frees the lock. Not by closing alone: a process that is just being started shares the description until its exec.</summary>
    public void Dispose()
    {
        if (!file.IsClosed)
        {
            var everything = new Native.Region { Type = Native.Unlock };
            _ = Native.Control(file, Native.SetLock, ref everything);
            file.Dispose();
        }
    }

    // Not File.OpenHandle: that takes a flock of its own, which NFS turns into a lock on the whole file.
    private static SafeFileHandle Open(string path)
    {
        const int readWrite = 0x2, create = 0x40, closeOnExec = 0x80000;
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("Open-file-description locks are a feature of Linux.");
        }

        while (true)
        {
            var descriptor = Native.Open(path, readWrite | create | closeOnExec, mode: 0b110_000_000);
            if (descriptor >= 0)
            {
                return new SafeFileHandle(descriptor, ownsHandle: true);
            }

            var error = Marshal.GetLastPInvokeError();
            if (error != InterruptedCall)
            {
                throw Failure("opened", path, error);
            }
        }
    }

    private static bool TrySet(SafeFileHandle opened, string path, long offset, KernelLockMode mode)
    {
        while (true)
        {
            var type = mode is KernelLockMode.Shared ? Native.ReadLock : Native.WriteLock;
            var region = new Native.Region { Type = type, Start = offset, Length = 1 };
            if (Native.Control(opened, Native.SetLock, ref region) == 0)
            {
                return true;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case InterruptedCall:
                    continue;
                case TryAgain or AccessDenied:
                    return false;
                case var error:
                    throw Failure("locked", path, error);
            }
        }
    }

    private static IOException Failure(string done, string path, int error) =>
        new($"The lock file {path} cannot be {done}: {Marshal.GetPInvokeErrorMessage(error)}.", error);

    private static partial class Native
    {
        internal const int GetLock = 36; // F_OFD_GETLK
        internal const int SetLock = 37; // F_OFD_SETLK
        internal const short ReadLock = 0, WriteLock = 1, Unlock = 2;

        // Both are variadic in C; on 64-bit Linux, x86 and ARM alike, such arguments are passed like named ones.
        [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Open(string path, int flags, int mode);

        [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Control(SafeFileHandle file, int command, ref Region region);

        /// <summary>struct flock of 64-bit Linux; whence 0 counts from the start of the file, the process id must be 0.</summary>
        [StructLayout(LayoutKind.Sequential)]
        internal struct Region
        {
            internal short Type;
            internal short Whence;
            internal long Start;
            internal long Length;
            internal int ProcessId;
        }
    }
}
