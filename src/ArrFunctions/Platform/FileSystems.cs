namespace ArrFunctions.Platform;

/// <summary>What can be relied on, by the magic number of a file system (statfs(2), linux/magic.h).</summary>
internal static class FileSystems
{
    private const long Fuse = 0x65735546; // mergerfs, Unraid's user shares, virtiofs, sshfs, rclone
    private const long Smb = 0x517B;
    private const long Cifs = 0xFF534D42;
    private const long Smb2 = 0xFE534D42;
    private const long Plan9 = 0x01021997;

    /// <summary>Whether link counts and inode numbers mean what they say.</summary>
    public static bool HasReliableLinks(long type) => (uint)type is not (uint)Fuse and not (uint)Smb and not (uint)Cifs and not (uint)Smb2 and not (uint)Plan9;
}
