using ArrFunctions.Audio.Containers;
using ArrFunctions.Jobs;
using ArrFunctions.Platform;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Undo;

/// <summary>Makes a change in a second file with the same content, which then takes the name of the first.</summary>
internal sealed class FileReplacement(MediaFile file, SecondFile second)
{
    public ulong Inode { get; private set; }

    public IReadOnlyList<AudioTrack> Tracks { get; private set; } = [];

    public long BytesRead { get; private set; }

    public long BytesWritten { get; private set; }

    /// <summary>Makes the second file, changes it, and lets it take the name; returns why it cannot be done now, or null when it is done.</summary>
    public ChangeResult.Postponed? Make(
        IReadOnlyList<ByteRun> runs,
        FileCopy copy,
        bool keepModifiedTime,
        Predicate<IReadOnlyList<AudioTrack>> isAsWanted,
        CancellationToken cancellationToken)
    {
        using (var target = second.Create())
        {
            if (copy(file.Handle, target, second.Folder, cancellationToken) is { } obstacle)
            {
                return obstacle;
            }

            FaultPoint.Here("copied");
            FileMetadata.Copy(file.Handle, target);
            FaultPoint.Here("described");
            new FilePatch(target, runs).Write();
            Check(target, isAsWanted);
            if (keepModifiedTime)
            {
                LinuxFile.SetModifiedTime(target, file.Status.Modified);
            }

            FaultPoint.Here("verified");
        }

        BytesWritten = runs.Sum(run => run.After.Length);
        if (second.Disturbance() is { } disturbance)
        {
            return new ChangeResult.Postponed(WaitReason.InUse, disturbance);
        }

        FaultPoint.Here("looked");
        second.TakeName();
        return null;
    }

    private void Check(SafeFileHandle target, Predicate<IReadOnlyList<AudioTrack>> isAsWanted)
    {
        var status = LinuxFile.Status(target);
        var reader = new HeaderReader(target, status.Size);
        (Inode, Tracks) = (status.Inode, MediaHeadersReader.Read(reader).AudioTracks);
        BytesRead = reader.BytesRead;
        if (!isAsWanted(Tracks))
        {
            throw new IOException("the file does not show the wanted default track after the change");
        }
    }
}
