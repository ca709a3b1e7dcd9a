namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>Where the track list of a Segment lies, and what stands behind it.</summary>
/// <param name="Tracks">The only Tracks element, of known size.</param>
/// <param name="VoidBehindTracks">The Void that begins where Tracks ends, if there is one.</param>
/// <param name="HasSegmentCrc">A CRC-32 covers the whole Segment.</param>
/// <param name="IsBehindClusters">Tracks stands behind media data.</param>
/// <param name="HasPlaceInFront">A Void before the media could take all of Tracks.</param>
internal sealed record MatroskaLayout(
    ElementHeader Tracks, ElementHeader? VoidBehindTracks, bool HasSegmentCrc, bool IsBehindClusters, bool HasPlaceInFront)
{
    /// <exception cref="UnreadableMediaException">The Segment does not end within the file, or its elements not within it.</exception>
    public static MatroskaLayout Read(HeaderReader reader, long offset)
    {
        var segment = FindSegment(reader, offset);
        var walk = new SegmentWalk(reader, segment.DataOffset, segment.Size is null ? reader.Length : segment.End);
        walk.Run();
        if (walk.Tracks is not { } tracks)
        {
            throw UnreadableMediaException.Damaged("it has no track list");
        }

        if (tracks.Size is null)
        {
            throw UnreadableMediaException.Unsupported("its track list has an unknown size");
        }

        return new MatroskaLayout(tracks, walk.VoidBehindTracks, walk.HasCrc, walk.FirstCluster < tracks.Offset, walk.LargestVoid > tracks.TotalLength);
    }

    private static ElementHeader FindSegment(HeaderReader reader, long offset)
    {
        while (offset < reader.Length)
        {
            var element = ElementHeader.Read(reader, offset, reader.Length);
            if (element.Id == MatroskaIds.Segment)
            {
                return element;
            }

            if (element.Id is not (MatroskaIds.Void or MatroskaIds.Crc32) || element.Size is null)
            {
                throw UnreadableMediaException.Damaged($"element {element.Id:X} stands at byte {offset}, where the Segment should begin");
            }

            offset = element.End;
        }

        throw UnreadableMediaException.Damaged("it has no Segment");
    }
}
