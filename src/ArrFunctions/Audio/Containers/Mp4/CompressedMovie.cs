using System.Buffers.Binary;
using System.IO.Compression;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>The movie box that old QuickTime files keep compressed (QuickTime File Format, "Compressed Movie Resources").</summary>
internal static class CompressedMovie
{
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly uint Zlib = Mp4Box.TypeOf("zlib");

    /// <summary>The movie as it was before it was compressed; null where it is not. Places in it are no places in the file.</summary>
    /// <exception cref="UnreadableMediaException">It cannot be brought back.</exception>
    public static BoxTree? In(BoxTree movie)
    {
        if (movie.Child("cmov") is not { } compressed)
        {
            return null;
        }

        // The box is no container to BoxTree: elsewhere nobody looks into it.
        var parts = BoxTree.Scan(compressed.Content, start: 0, compressed.Box.ContentOffset).ToDictionary(part => part.Box.Type, part => part.Content);
        if (!parts.TryGetValue(Mp4Box.TypeOf("dcom"), out var algorithm) || !parts.TryGetValue(Mp4Box.TypeOf("cmvd"), out var data)
            || algorithm.Length < 4 || BinaryPrimitives.ReadUInt32BigEndian(algorithm.Span) != Zlib || data.Length < 4)
        {
            throw UnreadableMediaException.Unsupported("its track list is compressed in a way that is not known here");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(data.Span);
        if (length > MostBytes)
        {
            throw UnreadableMediaException.Unsupported($"its compressed track list is larger than {MostBytes / 1024 / 1024} MiB");
        }

        return BoxTree.Parse(Inflate(data[4..], (int)length), offset: 0);
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> data, int length)
    {
        var movie = new byte[length];
        using var stream = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        try
        {
            stream.ReadExactly(movie);
            return movie;
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException)
        {
            throw UnreadableMediaException.Damaged($"its compressed track list cannot be read: {damage.Message}");
        }
    }
}
