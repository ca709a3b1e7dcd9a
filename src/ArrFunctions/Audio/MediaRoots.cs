using ArrFunctions.Platform;

namespace ArrFunctions.Audio;

/// <summary>The folders (or single files) inside which files may be touched, all symbolic links resolved once.</summary>
public sealed class MediaRoots
{
    private readonly List<string> realPaths;

    private MediaRoots(List<string> realPaths) => this.realPaths = realPaths;

    /// <summary>Roots from paths as a person named them; a path that does not exist is no root.</summary>
    public static MediaRoots Of(params IEnumerable<string> paths) => new([.. paths.Select(Resolve).OfType<string>()]);

    /// <summary>Whether a path without symbolic links lies inside a root, by whole components.</summary>
    internal bool Contain(string realPath) => realPaths.Exists(root =>
        realPath == root || realPath.StartsWith(root.EndsWith('/') ? root : root + "/", StringComparison.Ordinal));

    /// <summary>Whether every one of the others lies inside a root.</summary>
    internal bool Contain(MediaRoots others) => others.realPaths.Count > 0 && others.realPaths.TrueForAll(Contain);

    private static string? Resolve(string path)
    {
        try
        {
            using var handle = LinuxFile.OpenPath(Path.GetFullPath(path));
            return LinuxFile.RealPath(handle);
        }
        catch (LinuxFileException)
        {
            return null;
        }
    }
}
