using System.Buffers.Binary;
using System.Text;

namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>One element of the Tracks tree, which can be changed and written out again.</summary>
/// <remarks>Written out unchanged it gives the bytes it was read from, its size codings as long as they were.</remarks>
internal sealed class EbmlElement
{
    private const int MaxDepth = 16;

    /// <summary>Far more than any track list has; each element costs memory.</summary>
    private const int MaxElements = 100_000;

    private EbmlElement(uint id, int sizeLength)
    {
        Id = id;
        SizeLength = sizeLength;
    }

    public uint Id { get; }

    /// <summary>Bytes that the size coding should take; it takes more where the content has outgrown it.</summary>
    public int SizeLength { get; set; }

    /// <summary>Content of an element that holds no others.</summary>
    public ReadOnlyMemory<byte> Data { get; set; }

    /// <summary>Elements inside, in order; null for an element that holds a value.</summary>
    public List<EbmlElement>? Children { get; private init; }

    public long ContentLength => Children is null ? Data.Length : Children.Sum(child => child.TotalLength);

    /// <summary>Bytes that the size coding takes.</summary>
    public int ActualSizeLength => SizeLengthFor(ContentLength);

    /// <summary>Bytes by which the size coding could be shorter.</summary>
    public int SpareSizeLength => Math.Max(0, SizeLength - Vint.SizeLengthFor(ContentLength));

    public long TotalLength
    {
        get
        {
            var content = ContentLength;
            return Vint.IdLength(Id) + SizeLengthFor(content) + content;
        }
    }

    /// <summary>An unsigned value; null when the element is empty, which means its default (RFC 8794, 6.1).</summary>
    public ulong? Unsigned
    {
        get
        {
            if (Data.IsEmpty)
            {
                return null;
            }

            var value = 0UL;
            foreach (var b in Data.Span)
            {
                value = (value << 8) | b;
            }

            return value;
        }
    }

    /// <summary>Text up to the first zero byte (RFC 8794, 7.4 and 7.5); null when the element is empty.</summary>
    public string? Text
    {
        get
        {
            var end = Data.Span.IndexOf((byte)0);
            var text = end < 0 ? Data.Span : Data.Span[..end];
            return text.IsEmpty ? null : Encoding.UTF8.GetString(text);
        }
    }

    public EbmlElement? Child(uint id) => Children?.Find(child => child.Id == id);

    /// <summary>Reads the element that fills <paramref name="bytes"/> exactly, and all inside it.</summary>
    /// <exception cref="UnreadableMediaException">An element does not end inside its parent, or a CRC-32 is wrong.</exception>
    public static EbmlElement Parse(ReadOnlyMemory<byte> bytes)
    {
        var count = 0;
        var (element, length) = ParseOne(bytes, depth: 0, ref count);
        return length == bytes.Length
            ? element
            : throw UnreadableMediaException.Damaged($"element {element.Id:X} does not fill the place that its size claims");
    }

    public static EbmlElement Value(uint id, params byte[] data) => new(id, sizeLength: 1) { Data = data };

    /// <summary>A Void of exactly <paramref name="totalLength"/> bytes, at least 2.</summary>
    public static EbmlElement Void(long totalLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(totalLength, 2);
        var sizeLength = 1;
        while (Vint.SizeLengthFor(totalLength - 1 - sizeLength) > sizeLength)
        {
            sizeLength++;
        }

        return new(MatroskaIds.Void, sizeLength) { Data = new byte[totalLength - 1 - sizeLength] };
    }

    /// <summary>All bytes of the element, with every CRC-32 inside made right, innermost first.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[TotalLength];
        Write(bytes);
        return bytes;
    }

    private static (EbmlElement Element, int Length) ParseOne(ReadOnlyMemory<byte> bytes, int depth, ref int count)
    {
        if (++count > MaxElements)
        {
            throw UnreadableMediaException.Unsupported($"its track list has more than {MaxElements} elements");
        }

        if (!Vint.TryReadId(bytes.Span, out var id, out var idLength))
        {
            throw UnreadableMediaException.Damaged("the track list holds something that is no element");
        }

        if (!Vint.TryReadSize(bytes.Span[idLength..], out var size, out var sizeLength))
        {
            throw UnreadableMediaException.Damaged($"element {id:X} in the track list has no valid size");
        }

        if (size is null)
        {
            throw UnreadableMediaException.Unsupported($"element {id:X} in the track list has an unknown size");
        }

        var dataStart = idLength + sizeLength;
        if (size > bytes.Length - dataStart)
        {
            throw UnreadableMediaException.Damaged($"element {id:X} in the track list reaches past the end of its parent");
        }

        var data = bytes.Slice(dataStart, (int)size);
        var element = MatroskaIds.IsMasterInTracks(id)
            ? new EbmlElement(id, sizeLength) { Children = ParseChildren(id, data, depth + 1, ref count) }
            : new EbmlElement(id, sizeLength) { Data = data };
        return (element, dataStart + data.Length);
    }

    private static List<EbmlElement> ParseChildren(uint parent, ReadOnlyMemory<byte> data, int depth, ref int count)
    {
        if (depth > MaxDepth)
        {
            throw UnreadableMediaException.Unsupported($"the track list is nested more than {MaxDepth} levels deep");
        }

        var children = new List<EbmlElement>();
        for (var rest = data; !rest.IsEmpty;)
        {
            var (child, length) = ParseOne(rest, depth, ref count);
            rest = rest[length..];
            if (child.Id == MatroskaIds.Crc32)
            {
                CheckCrc(parent, child, isFirst: children.Count == 0, rest.Span);
            }

            children.Add(child);
        }

        return children;
    }

    /// <summary>A CRC-32 stands first in its parent and covers all that follows in it, least significant byte first (RFC 8794, 11.3.1).</summary>
    private static void CheckCrc(uint parent, EbmlElement crc, bool isFirst, ReadOnlySpan<byte> covered)
    {
        if (!isFirst || crc.Data.Length != 4)
        {
            throw UnreadableMediaException.Damaged($"element {parent:X} in the track list has a CRC-32 that is not four bytes at its start");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(crc.Data.Span) != Crc32.Of(covered))
        {
            throw UnreadableMediaException.Damaged($"the CRC-32 of element {parent:X} in the track list does not match its content");
        }
    }

    private int SizeLengthFor(long content) => Math.Max(SizeLength, Vint.SizeLengthFor(content));

    private int Write(Span<byte> destination)
    {
        var position = Vint.WriteId(destination, Id);
        var content = ContentLength;
        Vint.WriteSize(destination[position..], content, SizeLengthFor(content));
        position += SizeLengthFor(content);
        if (Children is null)
        {
            Data.Span.CopyTo(destination[position..]);
            return position + Data.Length;
        }

        var start = position;
        foreach (var child in Children)
        {
            position += child.Write(destination[position..]);
        }

        if (Children is [{ Id: MatroskaIds.Crc32 } crc, ..])
        {
            var covered = start + (int)crc.TotalLength;
            BinaryPrimitives.WriteUInt32LittleEndian(destination[(covered - 4)..], Crc32.Of(destination[covered..position]));
        }

        return position;
    }
}
