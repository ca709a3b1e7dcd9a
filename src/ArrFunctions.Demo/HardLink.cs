using System.Runtime.InteropServices;

namespace ArrFunctions.Demo;

/// <summary>Gives a file a second name, as Sonarr and Radarr do with what a torrent goes on to seed.</summary>
public static partial class HardLink
{
    /// <exception cref="IOException">The file system has no hard links, or the second name is taken.</exception>
    public static void Create(string existing, string added)
    {
        if (Link(existing, added) != 0)
        {
            throw new IOException($"{existing} cannot have the name {added} too: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string added);
}
