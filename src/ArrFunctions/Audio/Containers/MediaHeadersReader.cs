using ArrFunctions.Audio.Containers.Matroska;
using ArrFunctions.Audio.Containers.Mp4;

namespace ArrFunctions.Audio.Containers;

/// <summary>Tells the container format by its first bytes, never by its name, and reads the headers.</summary>
internal static class MediaHeadersReader
{
    /// <summary>File name endings of the containers that can be read, with the dot, lower case.</summary>
    public static readonly IReadOnlySet<string> Extensions =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ".mkv", ".mka", ".webm", ".mp4", ".m4v", ".mov", ".m4a" };

    /// <exception cref="UnreadableMediaException">The file is no such container, is damaged, or goes beyond the limits.</exception>
    public static MediaHeaders Read(HeaderReader reader)
    {
        if (reader.Length == 0)
        {
            throw UnreadableMediaException.Damaged("the file is empty");
        }

        if (reader.Length < 8)
        {
            throw UnreadableMediaException.Unsupported($"{reader.Length} bytes are too few for a Matroska or MP4 file");
        }

        var start = reader.Peek(0, 8);
        if (MatroskaHeaders.IsMatroska(start))
        {
            return MatroskaHeaders.Read(reader);
        }

        if (Mp4Headers.IsMp4(start))
        {
            return Mp4Headers.Read(reader);
        }

        throw UnreadableMediaException.Unsupported("it is neither Matroska (MKV, MKA, WebM) nor MP4 (MP4, M4V, MOV, M4A)");
    }
}
