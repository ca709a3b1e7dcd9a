using System.Buffers.Binary;

namespace ArrFunctions.Audio.Containers.Mp4;

/// <summary>Type and extent of one box (ISO 14496-12, 4.2; a QuickTime atom is the same).</summary>
/// <param name="Type">Four characters, as a big-endian number.</param>
/// <param name="Offset">Where the size field begins, in bytes from the start of the file.</param>
/// <param name="Size">Length with the header.</param>
internal readonly record struct Mp4Box(uint Type, long Offset, int HeaderLength, long Size)
{
    private const int ShortHeader = 8;
    private const int LongHeader = 16;

    public long ContentOffset => Offset + HeaderLength;

    public long End => Offset + Size;

    /// <summary>The box at <paramref name="offset"/> in the file; a size of 0 means that it reaches to the end of the file.</summary>
    /// <exception cref="UnreadableMediaException">The box does not end within the file.</exception>
    public static Mp4Box ReadTopLevel(HeaderReader reader, long offset)
    {
        var bytes = reader.Peek(offset, (int)Math.Min(LongHeader, reader.Length - offset));
        return TryRead(bytes, offset, reader.Length, mayReachToEnd: true, out var box)
            ? box
            : throw UnreadableMediaException.Damaged(
                $"the box {Name(bytes)} at byte {offset} does not end within the file ({reader.Length} bytes); the file may be cut short");
    }

    /// <summary>Reads a box header at the start of <paramref name="bytes"/>, whose parent ends at <paramref name="parentEnd"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, long offset, long parentEnd, bool mayReachToEnd, out Mp4Box box)
    {
        box = default;
        if (bytes.Length < ShortHeader)
        {
            return false;
        }

        var type = BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        var headerLength = ShortHeader;
        if (size == 1)
        {
            if (bytes.Length < LongHeader)
            {
                return false;
            }

            size = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
            headerLength = LongHeader;
        }
        else if (size == 0 && mayReachToEnd)
        {
            size = (ulong)(parentEnd - offset);
        }

        if (size < (ulong)headerLength || size > (ulong)(parentEnd - offset))
        {
            return false;
        }

        box = new Mp4Box(type, offset, headerLength, (long)size);
        return true;
    }

    public static uint TypeOf(ReadOnlySpan<char> name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    /// <summary>The type for a message: its four characters where they can be printed.</summary>
    public static string NameOf(uint type)
    {
        Span<char> name = [(char)(type >> 24), (char)((type >> 16) & 0xFF), (char)((type >> 8) & 0xFF), (char)(type & 0xFF)];
        return name.ContainsAnyExceptInRange(' ', '~') ? $"{type:X8}" : $"'{name}'";
    }

    private static string Name(ReadOnlySpan<byte> header) =>
        header.Length < ShortHeader ? "header" : NameOf(BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
}
