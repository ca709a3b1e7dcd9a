namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>A file that takes all the room that a file system has left.</summary>
internal static class FullDisk
{
    public static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 1 << 20; size >= 512; size /= 2)
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full for pieces of this size.
            }
        }
    }
}
