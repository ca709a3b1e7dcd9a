namespace ArrFunctions.Tests.Witness;

/// <summary>A Matroska file as RFC 8794 alone reads it: its header, the Segment's top level, and all of Tracks.</summary>
internal sealed record MatroskaReading(MatroskaElement Header, MatroskaElement Segment)
{
    private const int LongestData = 16 << 20;

    public MatroskaElement Tracks => Segment.Child(MatroskaSchema.Tracks) ?? throw new InvalidDataException("The file has no Tracks.");

    public IReadOnlyList<MatroskaElement> TrackEntries => Tracks.All(MatroskaSchema.TrackEntry);

    public IReadOnlyList<MatroskaElement> AudioEntries => [.. TrackEntries.Where(IsAudio)];

    /// <summary>The Void that begins where Tracks ends.</summary>
    public MatroskaElement? VoidBehindTracks =>
        Segment.Children.FirstOrDefault(child => child.Id is MatroskaSchema.Void && child.Offset == Tracks.End);

    public static bool IsAudio(MatroskaElement trackEntry) => trackEntry.Effective(MatroskaSchema.TrackType) is MatroskaSchema.AudioType;

    public static MatroskaReading Of(SparseFile file)
    {
        var header = Element(file, 0, file.Length);
        Assert.True(header.Id is MatroskaSchema.EbmlHeader, $"The file begins with {header.Name}, not with an EBML header.");
        var position = header.End;
        while (true)
        {
            var element = Element(file, position, file.Length);
            if (element.Id is MatroskaSchema.Segment)
            {
                return new(header, element);
            }

            position = element.End;
        }
    }

    private static MatroskaElement Element(SparseFile file, long offset, long parentEnd)
    {
        var (id, idLength) = Vint(file, offset, parentEnd, longest: 4, keepMarker: true);
        var (size, sizeLength) = Vint(file, offset + idLength, parentEnd, longest: 8, keepMarker: false);
        var unknown = size == (1UL << (7 * sizeLength)) - 1;
        var start = offset + idLength + sizeLength;
        if (!unknown && size > (ulong)(parentEnd - start))
        {
            var name = MatroskaSchema.NameOf((uint)id);
            Assert.Fail($"{name} at {offset} ends at {(ulong)start + size}, behind its parent, which ends at {parentEnd}.");
        }

        var element = new MatroskaElement
        {
            Id = (uint)id,
            Offset = offset,
            HeaderLength = idLength + sizeLength,
            SizeLength = sizeLength,
            UnknownSize = unknown,
            DataLength = (long)size,
        };
        return unknown ? OfUnknownSize(file, element, parentEnd)
            : element.Id is MatroskaSchema.Segment || MatroskaSchema.IsDescribedMaster(element.Id)
                ? element with { Children = Children(file, start, element.End, openEnd: false) }
            : element.Id is MatroskaSchema.Void || element.DataLength > LongestData ? element
            : element with { Data = file.Read(start, (int)size) };
    }

    private static MatroskaElement OfUnknownSize(SparseFile file, MatroskaElement element, long parentEnd)
    {
        var isSegment = element.Id is MatroskaSchema.Segment;
        Assert.True(isSegment || MatroskaSchema.IsTopLevel(element.Id), $"{element} has an unknown size, which its place does not allow.");
        var children = Children(file, element.DataOffset, parentEnd, openEnd: !isSegment);
        return element with
        {
            Children = children,
            DataLength = (isSegment ? parentEnd : children is [.., var last] ? last.End : element.DataOffset) - element.DataOffset,
        };
    }

    /// <summary>
    /// All children up to <paramref name="end"/>, without a gap; an open end is also where the next element of the top level
    /// begins.
    /// </summary>
    private static List<MatroskaElement> Children(SparseFile file, long position, long end, bool openEnd)
    {
        List<MatroskaElement> children = [];
        while (position < end)
        {
            if (openEnd && MatroskaSchema.IsTopLevel((uint)Vint(file, position, end, longest: 4, keepMarker: true).Value))
            {
                break;
            }

            children.Add(Element(file, position, end));
            position = children[^1].End;
        }

        return children;
    }

    /// <summary>A number whose leading zero bits tell its length (RFC 8794, 4); identifiers keep the marker bit.</summary>
    private static (ulong Value, int Length) Vint(SparseFile file, long offset, long end, int longest, bool keepMarker)
    {
        Assert.True(offset < end, $"An element at {offset} does not end inside its parent, which ends at {end}.");
        var first = file.Read(offset, 1)[0];
        var length = 1;
        while (length <= 8 && (first & (0x80 >> (length - 1))) is 0)
        {
            length++;
        }

        Assert.True(length <= longest, $"0x{first:X2} at {offset} does not begin a number of up to {longest} bytes.");
        Assert.True(offset + length <= end, $"The header at {offset} does not end inside its parent, which ends at {end}.");
        var value = file.Read(offset, length).Aggregate(0UL, (number, octet) => (number << 8) | octet);
        return (keepMarker ? value : value & ((1UL << (7 * length)) - 1), length);
    }
}
