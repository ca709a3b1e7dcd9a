using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Platform;

/// <summary>File operations of Linux that .NET does not offer, each on an open handle.</summary>
internal static partial class LinuxFile
{
    private const int OpenPathOnly = 0x20_0000;
    private const int CloseOnExec = 0x8_0000;
    private const int ReadWrite = 2;
    private const int CreateOnly = 0xC0; // O_CREAT and O_EXCL
    private const int WriteAndSearch = 3; // W_OK and X_OK
    private const int EmptyPath = 0x1000;
    private const int OwnerOnly = 0b110_000_000;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Opens whatever the path names without touching it: no device is woken, no pipe waits for a writer.</summary>
    /// <exception cref="LinuxFileException">There is no such file, or it cannot be reached.</exception>
    public static SafeFileHandle OpenPath(string path) => Open(path, path, OpenPathOnly | CloseOnExec);

    /// <summary>Opens the content of exactly the file that an <see cref="OpenPath"/> handle holds, whatever its path names by now.</summary>
    public static SafeFileHandle OpenContent(SafeFileHandle pathHandle, bool writable, string path) =>
        Open(Descriptor(pathHandle), path, (writable ? ReadWrite : 0) | CloseOnExec);

    /// <summary>A new file that only its owner may read and write, until it is told otherwise.</summary>
    public static SafeFileHandle Create(string path) => Open(path, path, ReadWrite | CreateOnly | CloseOnExec);

    /// <summary>Lets a file take a name, from another file too.</summary>
    public static void Rename(string path, string newPath)
    {
        if (Native.Rename(path, newPath) != 0)
        {
            throw Failure("it cannot be renamed", path);
        }
    }

    /// <summary>Gives a file one more name in the same file system.</summary>
    public static void Link(string path, string newPath)
    {
        if (Native.Link(path, newPath) != 0)
        {
            throw Failure("it cannot be given another name", path);
        }
    }

    /// <summary>Removes a name; that it is gone already is as good.</summary>
    public static void Remove(string path)
    {
        if (Native.Remove(path) != 0 && Failure("it cannot be removed", path) is { IsMissing: false } failure)
        {
            throw failure;
        }
    }

    /// <summary>Why this user cannot make files in a folder; null: it can. Nothing is written.</summary>
    public static string? WhyNotWritable(string folder) => Native.Access(folder, WriteAndSearch) == 0 ? null : Marshal.GetLastPInvokeErrorMessage();

    /// <summary>Writes all the bytes at one place; every refusal is an <see cref="IOException"/>.</summary>
    public static void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            RandomAccess.Write(file, bytes, offset);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw new LinuxFileException("it cannot be written to", Descriptor(file), refusal.InnerException?.HResult ?? LinuxFileException.AccessDenied);
        }
    }

    /// <summary>The path that the kernel knows for an open file, all symbolic links resolved; null when its last name is gone.</summary>
    public static string? RealPath(SafeFileHandle handle)
    {
        const string deleted = " (deleted)";
        Span<byte> buffer = stackalloc byte[4096];
        var length = Native.ReadLink(Descriptor(handle), buffer, buffer.Length);
        if (length < 0)
        {
            throw Failure("its name cannot be read", Descriptor(handle));
        }

        try
        {
            var path = StrictUtf8.GetString(buffer[..(int)length]);
            return path.EndsWith(deleted, StringComparison.Ordinal) && !IsNameOf(path, handle) ? null : path;
        }
        catch (DecoderFallbackException)
        {
            throw new LinuxFileException("its name cannot be read", Descriptor(handle), LinuxFileException.NotText);
        }
    }

    public static (uint User, uint Group) Owner(SafeFileHandle handle)
    {
        var status = StatX(handle);
        return (status.User, status.Group);
    }

    public static FileStatus Status(SafeFileHandle handle)
    {
        var status = StatX(handle);
        const int kindMask = 0xF000;
        var kind = (status.Mode & kindMask) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0x2000 or 0x6000 => FileKind.Device,
            0xC000 => FileKind.Socket,
            _ => FileKind.Other,
        };
        return new FileStatus(
            kind,
            ((ulong)status.DeviceMajor << 32) | status.DeviceMinor,
            status.Inode,
            status.Links,
            (long)status.Size,
            new FileTime(status.Modified.Seconds, status.Modified.Nanoseconds));
    }

    /// <summary>The magic number of the file system that holds an open file (statfs(2)).</summary>
    public static long FileSystemType(SafeFileHandle handle) => Native.StatFs(handle, out var status) == 0
        ? status.Type
        : throw Failure("its file system cannot be told", Descriptor(handle));

    /// <summary>Gives the empty target file the content of the source without copying it; false where the file system cannot (FICLONE).</summary>
    public static bool TryClone(SafeFileHandle source, SafeFileHandle target)
    {
        const nuint clone = 0x4004_9409;
        const int notSupported = 95, crossDevice = 18, invalid = 22, notTerminal = 25;
        if (Native.Control(target, clone, source) == 0)
        {
            return true;
        }

        return Marshal.GetLastPInvokeError() is notSupported or crossDevice or invalid or notTerminal
            ? false
            : throw Failure("its content cannot be shared with a second file", Descriptor(source));
    }

    public static void SetModifiedTime(SafeFileHandle handle, FileTime time)
    {
        if (!TrySetModifiedTime(handle, time))
        {
            throw Failure("its modification time cannot be set", Descriptor(handle));
        }
    }

    /// <summary>False where it may not be set: only the owner of a file may choose its time.</summary>
    public static bool TrySetModifiedTime(SafeFileHandle handle, FileTime time)
    {
        const long leaveAsItIs = 0x3FFF_FFFE;
        Native.TimeSpec[] times = [new() { Nanoseconds = leaveAsItIs }, new() { Seconds = time.Seconds, Nanoseconds = time.Nanoseconds }];
        var isSet = Native.SetTimes(handle, times) == 0;
        FaultPoint.Here("dated");
        return isSet;
    }

    /// <summary>Makes a rename inside a folder durable, where the folder may be read and its file system knows how.</summary>
    public static void TrySyncFolder(string folder)
    {
        var descriptor = Native.Open(folder, CloseOnExec, OwnerOnly);
        if (descriptor < 0)
        {
            return;
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        _ = Native.Sync(handle);
    }

    private static Native.StatXResult StatX(SafeFileHandle handle) =>
        Native.StatX(handle, "", EmptyPath, Native.BasicStatus, out var status) == 0
            ? status
            : throw Failure("its status cannot be read", Descriptor(handle));

    /// <summary>Whether the path leads to the open file.</summary>
    private static bool IsNameOf(string path, SafeFileHandle handle)
    {
        if (Native.Open(path, OpenPathOnly | CloseOnExec, OwnerOnly) is not (>= 0 and var descriptor))
        {
            return false;
        }

        using var named = new SafeFileHandle(descriptor, ownsHandle: true);
        return (Status(named).Device, Status(named).Inode) == (Status(handle).Device, Status(handle).Inode);
    }

    private static string Descriptor(SafeFileHandle handle) => $"/proc/self/fd/{handle.DangerousGetHandle()}";

    private static SafeFileHandle Open(string path, string shownPath, int flags)
    {
        const int interrupted = 4;
        while (true)
        {
            var descriptor = Native.Open(path, flags, OwnerOnly);
            if (descriptor >= 0)
            {
                return new SafeFileHandle(descriptor, ownsHandle: true);
            }

            if (Marshal.GetLastPInvokeError() != interrupted)
            {
                throw Failure(LinuxFileException.Opening, shownPath);
            }
        }
    }

    internal static LinuxFileException Failure(string what, string path) => new(what, path, Marshal.GetLastPInvokeError());

    private static partial class Native
    {
        public const uint BasicStatus = 0x7FF;

        [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Open(string path, int flags, int mode);

        [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Access(string path, int mode);

        [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Rename(string path, string newPath);

        [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Link(string path, string newPath);

        [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Remove(string path);

        [LibraryImport("libc", EntryPoint = "readlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial nint ReadLink(string path, Span<byte> buffer, nint size);

        [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int StatX(SafeFileHandle handle, string path, int flags, uint mask, out StatXResult status);

        [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int StatFs(SafeFileHandle handle, out StatFsResult status);

        [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Control(SafeFileHandle handle, nuint request, SafeFileHandle argument);

        [LibraryImport("libc", EntryPoint = "futimens", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int SetTimes(SafeFileHandle handle, [In] TimeSpec[] times);

        [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        internal static partial int Sync(SafeFileHandle handle);

        [StructLayout(LayoutKind.Sequential)]
        internal struct TimeSpec
        {
            internal long Seconds;
            internal long Nanoseconds;
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct StatXTime
        {
            internal long Seconds;
            internal uint Nanoseconds;
            internal int Reserved;
        }

        /// <summary>struct statx of linux/stat.h, the same on every architecture: 256 bytes.</summary>
        [StructLayout(LayoutKind.Explicit, Size = 256)]
        internal struct StatXResult
        {
            [FieldOffset(16)] internal uint Links;
            [FieldOffset(20)] internal uint User;
            [FieldOffset(24)] internal uint Group;
            [FieldOffset(28)] internal ushort Mode;
            [FieldOffset(32)] internal ulong Inode;
            [FieldOffset(40)] internal ulong Size;
            [FieldOffset(112)] internal StatXTime Modified;
            [FieldOffset(136)] internal uint DeviceMajor;
            [FieldOffset(140)] internal uint DeviceMinor;
        }

        /// <summary>struct statfs of 64-bit Linux begins with its type; the rest is not read.</summary>
        [StructLayout(LayoutKind.Explicit, Size = 256)]
        internal struct StatFsResult
        {
            [FieldOffset(0)] internal long Type;
        }
    }
}
