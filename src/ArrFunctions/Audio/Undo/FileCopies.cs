using ArrFunctions.Jobs;
using ArrFunctions.Platform;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Undo;

/// <summary>Gives the empty target the content of the source; returns why that cannot be done now, or null when it is done.</summary>
internal delegate ChangeResult.Postponed? FileCopy(SafeFileHandle source, SafeFileHandle target, string folder, CancellationToken cancellationToken);

/// <summary>The two ways to make a second file with the same content.</summary>
internal static class FileCopies
{
    private const int BufferSize = 1024 * 1024;

    /// <summary>Left free on the device besides the copy.</summary>
    private const long SpareSpace = 64L * 1024 * 1024;

    /// <summary>Shares all blocks, which takes no space and no time; never falls back to a full copy.</summary>
    public static ChangeResult.Postponed? Clone(SafeFileHandle source, SafeFileHandle target, string folder, CancellationToken cancellationToken) =>
        LinuxFile.TryClone(source, target) ? null : new ChangeResult.Postponed(
            WaitReason.Hardlinked, "the file has other names (hard links), and its file system cannot share blocks between files (reflink). See Audio:HardlinkPolicy");

    public static ChangeResult.Postponed? Copy(SafeFileHandle source, SafeFileHandle target, string folder, CancellationToken cancellationToken)
    {
        var length = RandomAccess.GetLength(source);
        var free = new DriveInfo(folder).AvailableFreeSpace;
        if (free < length + SpareSpace)
        {
            return new ChangeResult.Postponed(WaitReason.NoSpace, $"a copy needs {length} bytes and {SpareSpace} to spare, and {free} are free");
        }

        FaultPoint.Here("measured");
        var buffer = new byte[BufferSize];
        for (long offset = 0; offset < length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(source, buffer, offset);
            if (read == 0)
            {
                throw new IOException("the file became shorter while it was copied");
            }

            LinuxFile.Write(target, buffer.AsSpan(0, read), offset);
            offset += read;
            FaultPoint.Here("copied a part");
        }

        return null;
    }
}
