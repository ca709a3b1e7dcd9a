using static ArrFunctions.Demo.Mp4.BigEndian;

namespace ArrFunctions.Demo.Mp4;

/// <summary>
/// One box ready to be written (ISO 14496-12, 4.2): its own fields, then its children, then a hole of zeros that costs no disk.
/// </summary>
public sealed class Mp4Box
{
    private const int CompactHeader = 8;
    private const int LargeHeader = 16;

    private readonly byte[] fields;
    private readonly IReadOnlyList<Mp4Box> children;
    private readonly long hole;
    private readonly bool large;

    private Mp4Box(string type, byte[] fields, IReadOnlyList<Mp4Box> children, long hole, bool large)
    {
        (Type, this.fields, this.children, this.hole, this.large) = (type, fields, children, hole, large);
        Length = HeaderLength + fields.Length + children.Sum(child => child.Length) + hole;
    }

    public string Type { get; }

    /// <summary>Bytes with the header.</summary>
    public long Length { get; }

    /// <summary>Bytes before the box's own fields.</summary>
    public int HeaderLength => large ? LargeHeader : CompactHeader;

    /// <summary>A box with the given fields, then its children.</summary>
    public static Mp4Box Of(string type, byte[] fields, params IReadOnlyList<Mp4Box> children) =>
        new(type, fields, children, hole: 0, large: false);

    public static Mp4Box Container(string type, params IReadOnlyList<Mp4Box> children) => Of(type, [], children);

    /// <summary>A FullBox: version and flags come first.</summary>
    public static Mp4Box Full(string type, int version, long flags, byte[] fields, params IReadOnlyList<Mp4Box> children) =>
        Of(type, [(byte)version, .. U32(flags)[1..], .. fields], children);

    /// <summary>A box whose fields end with <paramref name="hole"/> zeros.</summary>
    public static Mp4Box WithHole(string type, byte[] fields, long hole) => new(type, fields, [], hole, large: false);

    /// <summary>This box and all within, with the types named carrying their size in 64 bits (largesize).</summary>
    public Mp4Box WithLargeSizes(IReadOnlySet<string> types) => new(
        Type,
        fields,
        [.. children.Select(child => child.WithLargeSizes(types))],
        hole,
        large || types.Contains(Type));

    /// <summary>Writes at the stream's position; <paramref name="untilEnd"/> writes the size 0, "to the end of the file".</summary>
    public void WriteTo(Stream stream, bool untilEnd = false)
    {
        stream.Write([.. U32(untilEnd ? 0 : large ? 1 : Length), .. Code(Type), .. large ? U64(Length) : []]);
        stream.Write(fields);
        foreach (var child in children)
        {
            child.WriteTo(stream);
        }

        if (hole > 0)
        {
            stream.Seek(hole - 1, SeekOrigin.Current);
            stream.WriteByte(0);
        }
    }

    internal byte[] ToArray()
    {
        using var stream = new MemoryStream();
        WriteTo(stream);
        return stream.ToArray();
    }
}
