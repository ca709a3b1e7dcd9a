using ArrFunctions.Audio.Containers;
using ArrFunctions.Jobs;
using ArrFunctions.Platform;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Undo;

/// <summary>A second file beside the first that gets the change and then takes the first one's name; other names keep the old content.</summary>
/// <remarks>Its folder is opened once and named by its handle from then on, so that nothing swapped into the path leads elsewhere.</remarks>
internal sealed class FileReplacement : IDisposable
{
    private const string Ending = ".arrfunctions";

    private readonly MediaFile file;
    private readonly SafeFileHandle folder;
    private readonly string name;
    private readonly string originalName;

    private FileReplacement(MediaFile file, SafeFileHandle folder, string folderPath, string id)
    {
        this.file = file;
        this.folder = folder;
        name = $".{id}{Ending}";
        originalName = System.IO.Path.GetFileName(file.RealPath);
        Path = System.IO.Path.Combine(folderPath, name);
    }

    /// <summary>Where the second file lies until it takes the name of the first.</summary>
    public string Path { get; }

    public ulong Inode { get; private set; }

    /// <summary>From here on the change is made, whatever fails after it.</summary>
    public bool HasTakenName { get; private set; }

    public IReadOnlyList<AudioTrack> Tracks { get; private set; } = [];

    public long BytesRead { get; private set; }

    public long BytesWritten { get; private set; }

    /// <exception cref="MediaAccessException">The folder is not inside the roots any more.</exception>
    public static FileReplacement Beside(MediaFile file, string id, MediaRoots roots)
    {
        var folderPath = System.IO.Path.GetDirectoryName(file.RealPath)!;
        var folder = LinuxFile.OpenPath(folderPath);
        if (LinuxFile.RealPath(folder) == folderPath && roots.Contain(file.RealPath))
        {
            return new FileReplacement(file, folder, folderPath, id);
        }

        folder.Dispose();
        throw new MediaAccessException("its folder was moved or replaced while it was worked on");
    }

    /// <summary>Makes the second file, changes it, and lets it take the name; returns why it cannot be done now, or null when it is done.</summary>
    public ChangeResult.Postponed? Make(
        IReadOnlyList<ByteRun> runs,
        FileCopy copy,
        bool keepModifiedTime,
        Predicate<IReadOnlyList<AudioTrack>> isAsWanted,
        CancellationToken cancellationToken)
    {
        using (var target = LinuxFile.Create(InFolder(name)))
        {
            FaultPoint.Here("created");
            if (copy(file.Handle, target, InFolder("."), cancellationToken) is { } obstacle)
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
        if (Disturbance() is { } disturbance)
        {
            return new ChangeResult.Postponed(WaitReason.InUse, disturbance);
        }

        FaultPoint.Here("looked");
        Rename();
        return null;
    }

    /// <summary>Removes the second file, if it is there under its own name.</summary>
    public void Discard()
    {
        LinuxFile.Remove(InFolder(name));
        FaultPoint.Here("discarded");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Removes what a replacement left when its process was killed.</summary>
    public static void DiscardLeftover(string path)
    {
        if (path.EndsWith(Ending, StringComparison.Ordinal))
        {
            LinuxFile.Remove(path);
        }
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

    private string? Disturbance()
    {
        if (file.Disturbance() is { } disturbance)
        {
            return disturbance;
        }

        using var named = LinuxFile.OpenPath(InFolder(originalName));
        return LinuxFile.Status(named).Inode == file.Status.Inode ? null : "it was deleted or replaced while it was worked on";
    }

    private void Rename()
    {
        LinuxFile.Rename(InFolder(name), InFolder(originalName));
        HasTakenName = true;
        FaultPoint.Here("renamed");
        LinuxFile.TrySyncFolder(InFolder("."));
        FaultPoint.Here("synchronised folder");
    }

    private string InFolder(string entry) => $"/proc/self/fd/{folder.DangerousGetHandle()}/{entry}";
}
