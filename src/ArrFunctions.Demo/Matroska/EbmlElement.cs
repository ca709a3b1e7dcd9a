using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace ArrFunctions.Demo.Matroska;

/// <summary>
/// One EBML element ready to be written (RFC 8794): its own bytes, then its children, then a hole of zeros that costs no disk.
/// </summary>
public sealed class EbmlElement
{
    private readonly byte[] bytes;
    private readonly IReadOnlyList<EbmlElement> children;
    private readonly long hole;

    private EbmlElement(uint id, byte[] bytes, IReadOnlyList<EbmlElement> children, long hole)
    {
        (Id, this.bytes, this.children, this.hole) = (id, bytes, children, hole);
        Length = bytes.Length + children.Sum(child => child.Length) + hole;
    }

    /// <summary>The identifier with its marker bits, as the specifications print it.</summary>
    public uint Id { get; }

    /// <summary>Bytes from the identifier to the end of the data.</summary>
    public long Length { get; }

    /// <summary>
    /// An element with the given data; here as below, a <paramref name="sizeLength"/> of 0 codes the size in as few bytes as
    /// possible.
    /// </summary>
    public static EbmlElement Binary(uint id, ReadOnlySpan<byte> data, int sizeLength = 0) =>
        new(id, [.. Header(id, data.Length, sizeLength), .. data], [], hole: 0);

    public static EbmlElement Text(uint id, string text) => Binary(id, Encoding.UTF8.GetBytes(text));

    /// <summary>An unsigned integer; <paramref name="octets"/> 0 takes as few as possible, at least one.</summary>
    public static EbmlElement Number(uint id, ulong value, int octets = 0, int sizeLength = 0)
    {
        var data = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(data, value);
        var needed = Math.Max(1, 8 - (BitOperations.LeadingZeroCount(value) / 8));
        return Binary(id, data.AsSpan()[^(octets is 0 ? needed : octets)..], sizeLength);
    }

    public static EbmlElement Real(uint id, double value)
    {
        var data = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(data, value);
        return Binary(id, data);
    }

    /// <summary>A master; with <paramref name="crc32"/> its first child is the CRC-32 of the others (RFC 8794, 11.3.1).</summary>
    public static EbmlElement Master(uint id, IReadOnlyList<EbmlElement> children, int sizeLength = 0, bool crc32 = false)
    {
        IReadOnlyList<EbmlElement> all = crc32 ? [Crc32(children), .. children] : children;
        return new(id, Header(id, all.Sum(child => child.Length), sizeLength), all, hole: 0);
    }

    /// <summary>A master whose size is not told: all ones in its size coding (RFC 8794, 6.2).</summary>
    public static EbmlElement MasterOfUnknownSize(uint id, IReadOnlyList<EbmlElement> children, int sizeLength = 0, bool crc32 = false)
    {
        IReadOnlyList<EbmlElement> all = crc32 ? [Crc32(children), .. children] : children;
        var octets = sizeLength is 0 ? 8 : sizeLength;
        return new(id, [.. IdBytes(id), .. Vint((1L << (7 * octets)) - 1, octets)], all, hole: 0);
    }

    /// <summary>A Void that takes <paramref name="length"/> bytes with its header, as a hole.</summary>
    public static EbmlElement Void(long length, int sizeLength = 0) => Hole(MatroskaId.Void, [], length, sizeLength);

    /// <summary>
    /// An element that takes <paramref name="length"/> bytes in all: header, <paramref name="start"/>, and a hole of zeros.
    /// </summary>
    public static EbmlElement Hole(uint id, ReadOnlySpan<byte> start, long length, int sizeLength = 0)
    {
        var idLength = IdBytes(id).Length;
        for (var octets = Math.Max(1, sizeLength); octets <= 8; octets++)
        {
            var size = length - idLength - octets;
            ArgumentOutOfRangeException.ThrowIfLessThan(size, start.Length, nameof(length));
            if (size <= LargestSize(octets))
            {
                return new(id, [.. Header(id, size, octets), .. start], [], size - start.Length);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(length), length, "No size coding of up to eight bytes holds this.");
    }

    /// <summary>Writes at the stream's position; holes are skipped by seeking.</summary>
    public void WriteTo(Stream stream)
    {
        stream.Write(bytes);
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

    private static EbmlElement Crc32(IReadOnlyList<EbmlElement> children)
    {
        using var content = new MemoryStream();
        foreach (var child in children)
        {
            child.WriteTo(content);
        }

        var value = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(value, Matroska.Crc32.Of(content.ToArray()));
        return Binary(MatroskaId.Crc32, value);
    }

    private static byte[] Header(uint id, long size, int sizeLength)
    {
        var needed = Enumerable.Range(1, 8).First(octets => size <= LargestSize(octets));
        var octets = sizeLength is 0 ? needed : sizeLength;
        ArgumentOutOfRangeException.ThrowIfLessThan(octets, needed, nameof(sizeLength));
        return [.. IdBytes(id), .. Vint(size, octets)];
    }

    /// <summary>All ones is kept for "unknown".</summary>
    private static long LargestSize(int octets) => (1L << (7 * octets)) - 2;

    private static byte[] Vint(long value, int octets)
    {
        var coded = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(coded, value | (1L << (7 * octets)));
        return coded[^octets..];
    }

    private static byte[] IdBytes(uint id)
    {
        var coded = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(coded, id);
        return [.. coded.SkipWhile(octet => octet is 0)];
    }
}
