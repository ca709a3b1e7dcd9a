using ArrFunctions.Platform;
using Microsoft.Win32.SafeHandles;

namespace ArrFunctions.Audio.Undo;

/// <summary>A hidden file beside a media file that may take its name; other names of the first keep the old content.</summary>
/// <remarks>Its folder is opened once and named by its handle from then on, so that nothing swapped into the path leads elsewhere.</remarks>
internal sealed class SecondFile : IDisposable
{
    private const string Ending = ".arrfunctions";
    private const string KeptEnding = ".original" + Ending;

    private readonly MediaFile file;
    private readonly SafeFileHandle folder;
    private readonly string name;
    private readonly string originalName;

    private SecondFile(MediaFile file, SafeFileHandle folder, string folderPath, string id)
    {
        this.file = file;
        this.folder = folder;
        Id = id;
        name = $".{id}{Ending}";
        originalName = System.IO.Path.GetFileName(file.RealPath);
        Path = System.IO.Path.Combine(folderPath, name);
    }

    public string Id { get; }

    /// <summary>Where it lies until it takes the name of the first.</summary>
    public string Path { get; }

    /// <summary>Its folder, by the open handle.</summary>
    public string Folder => InFolder(".");

    /// <summary>From here on the change is made, whatever fails after it.</summary>
    public bool HasTakenName { get; private set; }

    /// <exception cref="MediaAccessException">The folder is not inside the roots any more.</exception>
    public static SecondFile Beside(MediaFile file, string id, MediaRoots roots)
    {
        var folderPath = System.IO.Path.GetDirectoryName(file.RealPath)!;
        var folder = LinuxFile.OpenPath(folderPath);
        if (LinuxFile.RealPath(folder) == folderPath && roots.Contain(file.RealPath))
        {
            return new SecondFile(file, folder, folderPath, id);
        }

        folder.Dispose();
        throw new MediaAccessException("its folder was moved or replaced while it was worked on");
    }

    /// <summary>Removes one that was left when its process was killed.</summary>
    public static void RemoveLeftover(string path)
    {
        if (path.EndsWith(Ending, StringComparison.Ordinal))
        {
            LinuxFile.Remove(path);
        }
    }

    /// <summary>Where the first file is kept, if it is, once the second has its name.</summary>
    public static string KeptPath(string path) => path[..^Ending.Length] + KeptEnding;

    public SafeFileHandle Create()
    {
        var target = LinuxFile.Create(InFolder(name));
        FaultPoint.Here("created");
        return target;
    }

    /// <summary>Why the first file must not be replaced any more; null while it is as it was, under its name.</summary>
    public string? Disturbance()
    {
        if (file.Disturbance() is { } disturbance)
        {
            return disturbance;
        }

        using var named = LinuxFile.OpenPath(InFolder(originalName));
        return LinuxFile.Status(named).Inode == file.Status.Inode ? null : "it was deleted or replaced while it was worked on";
    }

    /// <summary>Gives the first file one more name, so that its content stays.</summary>
    public void KeepOriginal()
    {
        LinuxFile.Link(InFolder(originalName), InFolder(KeptPath(name)));
        FaultPoint.Here("original kept");
    }

    /// <summary>The file that is kept beside; null where there is none.</summary>
    public FileStatus? Original()
    {
        try
        {
            using var kept = LinuxFile.OpenPath(InFolder(KeptPath(name)));
            return LinuxFile.Status(kept);
        }
        catch (LinuxFileException missing) when (missing.IsMissing)
        {
            return null;
        }
    }

    /// <summary>Gives the kept file its name back; the file that has it now is gone then.</summary>
    public void GiveNameBack()
    {
        LinuxFile.Rename(InFolder(KeptPath(name)), InFolder(originalName));
        FaultPoint.Here("given back");
        LinuxFile.TrySyncFolder(InFolder("."));
    }

    public void TakeName()
    {
        LinuxFile.Rename(InFolder(name), InFolder(originalName));
        HasTakenName = true;
        FaultPoint.Here("renamed");
        LinuxFile.TrySyncFolder(InFolder("."));
        FaultPoint.Here("synchronised folder");
    }

    /// <summary>Removes it, if it is there under its own name.</summary>
    public void Discard()
    {
        LinuxFile.Remove(InFolder(name));
        FaultPoint.Here("discarded");
    }

    public void Dispose() => folder.Dispose();

    private string InFolder(string entry) => $"/proc/self/fd/{folder.DangerousGetHandle()}/{entry}";
}
