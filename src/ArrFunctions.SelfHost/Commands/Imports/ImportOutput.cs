using System.Text;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>A configuration file that is made: for its owner only, whole, and in nobody's place.</summary>
internal static class ImportOutput
{
    /// <exception cref="SettingException">It is there already, or cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            LinuxFile.TrySyncFolder(Path.GetDirectoryName(path)!);
        }
        catch (IOException) when (Path.Exists(path))
        {
            throw new SettingException($"{path} is there already. Remove it, or name another file.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{path} cannot be written: {failure.Message}");
        }
    }
}
