namespace ArrFunctions.Platform;

/// <summary>What the kernel says about an open file at one instant (statx).</summary>
/// <param name="Device">Major number in the upper, minor in the lower 32 bits; it can change when a file system is mounted again.</param>
/// <param name="Links">Names that the file has.</param>
/// <param name="Size">Length in bytes.</param>
internal readonly record struct FileStatus(
    FileKind Kind, ulong Device, ulong Inode, uint Links, long Size, FileTime Modified)
{
    /// <summary>Whether nobody wrote to the file between two looks; a change of its links alone counts as no write.</summary>
    public bool HasSameContentAs(FileStatus other) =>
        (Device, Inode, Size, Modified) == (other.Device, other.Inode, other.Size, other.Modified);
}

/// <summary>What kind of thing a path names.</summary>
internal enum FileKind
{
    Regular,
    Folder,
    Pipe,
    Device,
    Socket,
    Other,
}

/// <summary>A time of a file, as exact as the file system keeps it.</summary>
internal readonly record struct FileTime(long Seconds, uint Nanoseconds);
