namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>Walks the elements of a Segment, header by header, until its track list and all headers before the media are known.</summary>
internal sealed class SegmentWalk(HeaderReader reader, long start, long end)
{
    private readonly Queue<long> announcedTracks = new();
    private readonly Queue<long> announcedSeekHeads = new();
    private readonly HashSet<long> seekHeadsRead = [];

    public ElementHeader? Tracks { get; private set; }

    public ElementHeader? VoidBehindTracks { get; private set; }

    public bool HasCrc { get; private set; }

    /// <summary>Bytes of the largest Void before the media; 0 where there is none.</summary>
    public long LargestVoid { get; private set; }

    /// <summary>Where the media begins; null where the file has none.</summary>
    public long? FirstCluster { get; private set; }

    public void Run()
    {
        var offset = start;
        while (offset < end)
        {
            var element = ElementHeader.Read(reader, offset, end);
            if (element.Id is MatroskaIds.Segment or MatroskaIds.Ebml)
            {
                return; // A Segment of unknown size ends where the next one begins.
            }

            if (element.Id == MatroskaIds.Cluster)
            {
                FirstCluster ??= offset;
                if (Tracks is not null || FollowSeekHeads())
                {
                    return;
                }
            }

            Note(element, isFirst: offset == start);
            offset = element.Size is null ? EndOfUnknownSize(element) : element.End;
        }
    }

    private void Note(ElementHeader element, bool isFirst)
    {
        if (element.Id == MatroskaIds.Crc32 && isFirst)
        {
            HasCrc = true;
        }
        else if (element.Id == MatroskaIds.Void)
        {
            LargestVoid = Math.Max(LargestVoid, element.Size is null ? 0 : element.TotalLength);
        }
        else if (element.Id == MatroskaIds.SeekHead)
        {
            ReadSeekHead(element);
        }
        else if (element.Id == MatroskaIds.Tracks)
        {
            NoteTracks(element);
        }
    }

    private void NoteTracks(ElementHeader element)
    {
        if (Tracks is { } known && known.Offset != element.Offset)
        {
            throw UnreadableMediaException.Unsupported($"it has two track lists, at bytes {known.Offset} and {element.Offset}");
        }

        if (element.Size is null)
        {
            throw UnreadableMediaException.Unsupported("its track list has an unknown size");
        }

        Tracks = element;
        if (element.End < end && ElementHeader.Read(reader, element.End, end) is { Id: MatroskaIds.Void, Size: not null } filler)
        {
            VoidBehindTracks = filler;
        }
    }

    /// <summary>Looks where the SeekHeads say that Tracks lies; an announcement that is not true is passed over.</summary>
    private bool FollowSeekHeads()
    {
        while (announcedSeekHeads.TryDequeue(out var offset))
        {
            if (TryReadAt(offset, MatroskaIds.SeekHead) is { } seekHead)
            {
                ReadSeekHead(seekHead);
            }
        }

        while (announcedTracks.TryDequeue(out var offset))
        {
            if (TryReadAt(offset, MatroskaIds.Tracks) is { } tracks)
            {
                NoteTracks(tracks);
            }
        }

        return Tracks is not null;
    }

    private ElementHeader? TryReadAt(long offset, uint id)
    {
        if (offset < start || offset > end - 2)
        {
            return null;
        }

        Span<byte> expected = stackalloc byte[4];
        var length = Vint.WriteId(expected, id);
        return offset + length <= end && reader.Peek(offset, length).SequenceEqual(expected[..length])
            ? ElementHeader.Read(reader, offset, end)
            : null;
    }

    /// <summary>Positions in a SeekHead count from the first byte of the Segment's content (RFC 9559, 6.3).</summary>
    private void ReadSeekHead(ElementHeader seekHead)
    {
        if (seekHead.Size is null || !seekHeadsRead.Add(seekHead.Offset))
        {
            return;
        }

        var (id, position) = (0UL, 0UL);
        foreach (var element in Elements(seekHead).Where(element => element.Id == MatroskaIds.Seek))
        {
            foreach (var value in Elements(element))
            {
                if (value.Id == MatroskaIds.SeekId)
                {
                    id = ReadUnsigned(value);
                }
                else if (value.Id == MatroskaIds.SeekPosition)
                {
                    position = ReadUnsigned(value);
                }
            }

            var announced = position > (ulong)(end - start) ? -1 : start + (long)position;
            if (id == MatroskaIds.Tracks)
            {
                announcedTracks.Enqueue(announced);
            }
            else if (id == MatroskaIds.SeekHead)
            {
                announcedSeekHeads.Enqueue(announced);
            }
        }
    }

    private IEnumerable<ElementHeader> Elements(ElementHeader parent)
    {
        for (var offset = parent.DataOffset; offset < parent.End;)
        {
            var element = ElementHeader.Read(reader, offset, parent.End);
            if (element.Size is null)
            {
                throw UnreadableMediaException.Damaged($"element {element.Id:X} at byte {offset} has an unknown size, which only a Segment or Cluster may have");
            }

            yield return element;
            offset = element.End;
        }
    }

    private ulong ReadUnsigned(ElementHeader element)
    {
        var value = 0UL;
        foreach (var b in reader.Peek(element.DataOffset, (int)Math.Min(8, element.Size.GetValueOrDefault())))
        {
            value = (value << 8) | b;
        }

        return value;
    }

    /// <summary>A Cluster of unknown size ends at the next element that stands directly in the Segment (RFC 8794, 6.2).</summary>
    private long EndOfUnknownSize(ElementHeader element)
    {
        if (element.Id != MatroskaIds.Cluster)
        {
            throw UnreadableMediaException.Damaged($"element {element.Id:X} at byte {element.Offset} has an unknown size, which only a Segment or Cluster may have");
        }

        var offset = element.DataOffset;
        while (offset < end && ElementHeader.Read(reader, offset, end) is var child && !MatroskaIds.IsTopLevel(child.Id))
        {
            if (child.Size is null)
            {
                throw UnreadableMediaException.Damaged($"element {child.Id:X} at byte {offset} has an unknown size inside a Cluster");
            }

            offset = child.End;
        }

        return offset;
    }
}
