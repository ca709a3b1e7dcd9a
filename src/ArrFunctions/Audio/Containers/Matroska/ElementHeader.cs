namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>Identifier and extent of one element in the file.</summary>
/// <param name="Offset">Where the identifier begins, in bytes from the start of the file.</param>
/// <param name="Size">Length of the content in bytes; null when unknown (RFC 8794, 6.2).</param>
internal readonly record struct ElementHeader(uint Id, long Offset, int HeaderLength, long? Size)
{
    private const int LongestHeader = 4 + Vint.MaxLength;

    public long DataOffset => Offset + HeaderLength;

    /// <summary>First byte behind the element; meaningful only where the size is known.</summary>
    public long End => DataOffset + Size.GetValueOrDefault();

    public long TotalLength => HeaderLength + Size.GetValueOrDefault();

    /// <summary>Reads the header at <paramref name="offset"/> of an element inside a parent that ends at <paramref name="parentEnd"/>.</summary>
    /// <exception cref="UnreadableMediaException">There is no element, or it does not end inside its parent.</exception>
    public static ElementHeader Read(HeaderReader reader, long offset, long parentEnd)
    {
        var bytes = reader.Peek(offset, (int)Math.Min(LongestHeader, parentEnd - offset));
        if (!Vint.TryReadId(bytes, out var id, out var idLength) || !Vint.TryReadSize(bytes[idLength..], out var size, out var sizeLength))
        {
            throw UnreadableMediaException.Damaged($"there is no element at byte {offset}, where one should be");
        }

        var header = new ElementHeader(id, offset, idLength + sizeLength, size);
        return size <= parentEnd - header.DataOffset || size is null
            ? header
            : throw UnreadableMediaException.Damaged(
                $"element {id:X} at byte {offset} should end at byte {header.End}, but its place ends at byte {parentEnd}; the file may be cut short");
    }
}
