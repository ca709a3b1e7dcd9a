using System.Buffers.Binary;
using System.IO.Compression;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>The movie box that old QuickTime files keep compressed (QuickTime File Format, "Compressed Movie Resources").</summary>
internal static class CompressedMovie
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>A byte of zlib data holds at most 1032.</summary>
    private const long MostRatio = 1040;

    private static readonly uint Zlib = Mp4Box.TypeOf("zlib");
    private static readonly uint Movie = Mp4Box.TypeOf("moov");

    /// <summary>The movie as it was before it was compressed; null where it is not. Places in it are no places in the file.</summary>
    /// <exception cref="UnreadableMediaException">It cannot be brought back.</exception>
    public static BoxTree? In(BoxTree movie)
    {
        if (movie.Child("cmov") is not { } compressed)
        {
            return null;
        }

        // The box is no container to BoxTree: elsewhere nobody looks into it.
        var parts = BoxTree.Scan(compressed.Content, start: 0, compressed.Box.ContentOffset).ToLookup(part => part.Box.Type, part => part.Content);
        if (parts[Mp4Box.TypeOf("dcom")].ToList() is not [{ Length: >= 4 } algorithm] || BinaryPrimitives.ReadUInt32BigEndian(algorithm.Span) != Zlib
            || parts[Mp4Box.TypeOf("cmvd")].ToList() is not [{ Length: >= 4 } data])
        {
            throw UnreadableMediaException.Unsupported("its track list is compressed in a way that is not known here");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(data.Span);
        if (length > MostBytes)
        {
            throw UnreadableMediaException.Unsupported($"its compressed track list is larger than {MostBytes / 1024 / 1024} MiB");
        }

        var inflated = BoxTree.Parse(Inflate(data[4..], (int)length), offset: 0);
        return inflated.Box.Type != Movie ? throw UnreadableMediaException.Damaged("its compressed track list holds no 'moov' box")
            : inflated.Box.Size != length ? throw UnreadableMediaException.Damaged("its compressed track list holds more than one box")
            : inflated;
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> data, int length)
    {
        if (length > data.Length * MostRatio)
        {
            throw UnreadableMediaException.Damaged($"its compressed track list cannot be read: {data.Length} bytes cannot hold {length}");
        }

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
