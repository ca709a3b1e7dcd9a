using System.Text;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Access;

/// <summary>A file with one line that is a secret, for its owner alone (mode 0600).</summary>
internal static class OwnerFile
{
    /// <summary>Whole and durable before it has its name; a file of that name is replaced. Not for two writers at once.</summary>
    public static void Write(string path, string line)
    {
        var beside = $"{path}.new";
        LinuxFile.Remove(beside);
        using (var file = LinuxFile.Create(beside))
        {
            LinuxFile.Write(file, Encoding.ASCII.GetBytes($"{line}\n"), offset: 0);
            RandomAccess.FlushToDisk(file);
        }

        LinuxFile.Rename(beside, path);
        LinuxFile.TrySyncFolder(Path.GetDirectoryName(path)!);
    }
}
