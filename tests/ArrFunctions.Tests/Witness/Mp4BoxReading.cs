using System.Buffers.Binary;
using System.Text;

namespace ArrFunctions.Tests.Witness;

/// <summary>One box as it stands in the file (ISO 14496-12, 4.2).</summary>
internal sealed record Mp4BoxReading
{
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "moov", "trak", "tref", "mdia", "minf", "dinf", "stbl", "udta", "mvex", "moof", "traf", "cmov",
    };

    private const int LongestData = 16 << 20;

    public required string Type { get; init; }

    public required long Offset { get; init; }

    public required int HeaderLength { get; init; }

    public required long Length { get; init; }

    /// <summary>What follows the header, version and flags included; empty for containers, media data and what is too long.</summary>
    public byte[] Data { get; init; } = [];

    public IReadOnlyList<Mp4BoxReading> Children { get; init; } = [];

    public long DataOffset => Offset + HeaderLength;

    public long End => Offset + Length;

    /// <summary>The first box under a path such as <c>mdia/mdhd</c>.</summary>
    public Mp4BoxReading? Find(string path) => path.Split('/').Aggregate(
        (Mp4BoxReading?)this,
        (box, type) => box?.Children.FirstOrDefault(child => string.Equals(child.Type, type, StringComparison.Ordinal)));

    public Mp4BoxReading Require(string path) => Find(path) ?? throw new InvalidDataException($"{this} has no {path}.");

    public int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Data.AsSpan(at));

    public uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Data.AsSpan(at));

    public string Text(int at) => Encoding.UTF8.GetString(Data.AsSpan(at));

    public string Code(int at) => Encoding.Latin1.GetString(Data.AsSpan(at, 4));

    public override string ToString() => $"{Type} at {Offset}";

    /// <summary>All boxes from <paramref name="position"/> to <paramref name="end"/>, without a gap.</summary>
    public static List<Mp4BoxReading> ReadAll(SparseFile file, long position, long end)
    {
        List<Mp4BoxReading> boxes = [];
        while (position < end)
        {
            var box = Read(file, position, end);
            boxes.Add(box);
            position = box.End;
        }

        return boxes;
    }

    private static Mp4BoxReading Read(SparseFile file, long offset, long parentEnd)
    {
        Assert.True(offset + 8 <= parentEnd, $"At {offset} there is no room for a box before {parentEnd}.");
        var header = file.Read(offset, 8);
        var type = Encoding.Latin1.GetString(header.AsSpan(4));
        var (length, headerLength) = BinaryPrimitives.ReadUInt32BigEndian(header) switch
        {
            0 => (file.Length - offset, 8),
            1 => (BinaryPrimitives.ReadInt64BigEndian(file.Read(offset + 8, 8)), 16),
            var size => (size, 8),
        };
        Assert.True(
            length >= headerLength && length <= parentEnd - offset,
            $"{type} at {offset} has {length} bytes, but its parent ends at {parentEnd}.");
        var box = new Mp4BoxReading { Type = type, Offset = offset, HeaderLength = headerLength, Length = length };
        return Containers.Contains(type) ? box with { Children = ReadAll(file, box.DataOffset, box.End) }
            : type is "mdat" || length > LongestData ? box
            : box with { Data = file.Read(box.DataOffset, (int)length - headerLength) };
    }
}
