using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Tests.Demo;

/// <summary>A folder of media files that lives as long as one test.</summary>
internal sealed class MediaFolder : IDisposable
{
    private int files;

    public string Root { get; } = Directory.CreateTempSubdirectory("arrfunctions-").FullName;

    public string Write(MatroskaFile file)
    {
        var path = Next(".mkv");
        MatroskaWriter.Write(file, path);
        return path;
    }

    public string Write(Mp4File file)
    {
        var path = Next(file.Brand is "qt  " ? ".mov" : ".mp4");
        Mp4Writer.Write(file, path);
        return path;
    }

    /// <summary>A copy in which one byte is another.</summary>
    public string WithByte(string path, long offset, Func<byte, byte> change)
    {
        var copy = Next(Path.GetExtension(path));
        File.Copy(path, copy);
        ChangeByte(copy, offset, change);
        return copy;
    }

    public static void ChangeByte(string path, long offset, Func<byte, byte> change)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        var octet = new byte[1];
        RandomAccess.Read(handle, octet, offset);
        RandomAccess.Write(handle, [change(octet[0])], offset);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string Next(string extension) => Path.Combine(Root, $"{++files}{extension}");
}
