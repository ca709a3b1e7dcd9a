namespace ArrFunctions.Tests;

/// <summary>A file system of its own for one test, which is skipped where none can be had; unmounted at the end.</summary>
internal sealed class Mount : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("mount-");
    private bool isMounted;

    private Mount(string? path = null) => Folder = path ?? parent.CreateSubdirectory("here").FullName;

    public string Folder { get; }

    /// <summary>One that lies in memory and is full soon.</summary>
    public static Mount InMemory(string size) => Make(mount => Tools.Run("mount", "-t", "tmpfs", "-o", $"size={size}", "none", mount.Folder));

    /// <summary>A file, mounted over itself.</summary>
    public static Mount Over(string file) => Make(mount => Tools.Run("mount", "--bind", file, file), file);

    /// <summary>XFS, whose files can share blocks.</summary>
    public static Mount WithReflinks()
    {
        Assert.SkipUnless(Tools.Has("mkfs.xfs"), "mkfs.xfs (package xfsprogs) is not installed, so there is no file system here whose files can share blocks.");
        return Make(mount =>
        {
            var image = Path.Combine(mount.parent.FullName, "image");
            using (var file = File.Create(image))
            {
                file.SetLength(512L << 20);
            }

            Tools.Run("mkfs.xfs", "-q", image);
            Tools.Run("mount", "-o", "loop", image, mount.Folder);
        });
    }

    public void MakeReadOnly() => Tools.Run("mount", "-o", "remount,ro", Folder);

    public void Dispose()
    {
        if (isMounted)
        {
            Tools.Run("umount", Folder);
        }

        isMounted = false;
        parent.Delete(recursive: true);
    }

    private static Mount Make(Action<Mount> make, string? path = null)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may mount a file system.");
        var mount = new Mount(path);
        try
        {
            make(mount);
            mount.isMounted = true;
        }
        catch (InvalidOperationException refusal)
        {
            mount.Dispose();
            Assert.Skip($"No file system can be mounted here: {refusal.Message}");
        }

        return mount;
    }
}
