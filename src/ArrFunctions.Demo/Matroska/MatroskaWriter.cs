using System.Buffers.Binary;
using Id = ArrFunctions.Demo.Matroska.MatroskaId;

namespace ArrFunctions.Demo.Matroska;

/// <summary>Writes small Matroska and WebM files that play, and the unusual ones that a track editor must cope with (RFC 9559).</summary>
public static class MatroskaWriter
{
    /// <summary>One video frame and as much audio.</summary>
    public const int ClusterMilliseconds = 40;

    /// <summary>Bytes of a CRC-32 element, which stands before all the Segment's other children.</summary>
    private const int Crc32Length = 6;

    public static void Write(MatroskaFile file, string path)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        Write(file, stream);
    }

    /// <summary>For files without big holes.</summary>
    public static byte[] ToArray(MatroskaFile file)
    {
        using var stream = new MemoryStream();
        Write(file, stream);
        return stream.ToArray();
    }

    /// <summary>Writes from the start of a seekable stream and cuts it behind the last byte.</summary>
    public static void Write(MatroskaFile file, Stream stream)
    {
        var header = EbmlHeader(file);
        var padding = file.TotalSize is { } total ? total - header.Length - Segment(file, padding: 0).Length : 0;
        if (padding is < 0 or 1)
        {
            throw new ArgumentException($"The file cannot be {file.TotalSize} bytes long; {padding} are left for padding.", nameof(file));
        }

        stream.Position = 0;
        header.WriteTo(stream);
        Segment(file, padding).WriteTo(stream);
        stream.SetLength(stream.Position);
    }

    private static EbmlElement EbmlHeader(MatroskaFile file) => EbmlElement.Master(
        Id.Ebml,
        [
            EbmlElement.Number(Id.EbmlVersion, 1),
            EbmlElement.Number(Id.EbmlReadVersion, 1),
            EbmlElement.Number(Id.EbmlMaxIdLength, 4),
            EbmlElement.Number(Id.EbmlMaxSizeLength, 8),
            EbmlElement.Text(Id.DocType, file.DocType),
            EbmlElement.Number(Id.DocTypeVersion, 4),
            EbmlElement.Number(Id.DocTypeReadVersion, 2),
        ]);

    /// <summary>
    /// Laid out twice: the SeekHeads need to know where the others come to lie, and have the same length whatever they say.
    /// </summary>
    private static EbmlElement Segment(MatroskaFile file, long padding)
    {
        var draft = TopLevel(file, padding, []);
        var children = TopLevel(file, padding, Positions(draft, file.SegmentCrc32 ? Crc32Length : 0));
        return file.UnknownSizeSegment
            ? EbmlElement.MasterOfUnknownSize(Id.Segment, children, sizeLength: 8, file.SegmentCrc32)
            : EbmlElement.Master(Id.Segment, children, sizeLength: 8, file.SegmentCrc32);
    }

    /// <summary>Where each kind of element stands last, counted from the Segment's data.</summary>
    private static Dictionary<uint, long> Positions(List<EbmlElement> children, long position)
    {
        Dictionary<uint, long> positions = [];
        foreach (var child in children)
        {
            positions[child.Id] = position;
            position += child.Length;
        }

        return positions;
    }

    private static List<EbmlElement> TopLevel(MatroskaFile file, long padding, Dictionary<uint, long> positions)
    {
        List<EbmlElement> children = [];
        switch (file.SeekHead)
        {
            case SeekHeadLayout.Direct:
                children.Add(SeekHead(positions, Id.Info, Id.Tracks));
                break;
            case SeekHeadLayout.Chained:
                children.Add(SeekHead(positions, Id.Info, Id.SeekHead));
                break;
        }

        children.Add(Info(file));
        if (!file.TracksAtEnd)
        {
            AddTracks(children, file);
        }

        children.AddRange(Enumerable.Range(0, file.Clusters).Select(index => Cluster(file, index)));
        AddPadding(children, file, padding);
        if (file.TracksAtEnd)
        {
            AddTracks(children, file);
        }

        if (file.SeekHead is SeekHeadLayout.Chained)
        {
            children.Add(SeekHead(positions, Id.Tracks));
        }

        return children;
    }

    private static EbmlElement SeekHead(Dictionary<uint, long> positions, params uint[] ids) =>
        EbmlElement.Master(Id.SeekHead, [.. ids.Select(id => Seek(id, positions.GetValueOrDefault(id)))]);

    private static EbmlElement Seek(uint id, long position)
    {
        var name = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(name, id);
        return EbmlElement.Master(
            Id.Seek,
            [EbmlElement.Binary(Id.SeekId, name), EbmlElement.Number(Id.SeekPosition, (ulong)position, octets: 8)]);
    }

    private static EbmlElement Info(MatroskaFile file) => EbmlElement.Master(
        Id.Info,
        [
            EbmlElement.Number(Id.TimestampScale, 1_000_000),
            EbmlElement.Real(Id.Duration, Math.Max(1, file.Clusters) * ClusterMilliseconds),
            .. file.Title is { } title ? [EbmlElement.Text(Id.Title, title)] : Array.Empty<EbmlElement>(),
            EbmlElement.Text(Id.MuxingApp, "ArrFunctions.Demo"),
            EbmlElement.Text(Id.WritingApp, "ArrFunctions.Demo"),
        ]);

    private static void AddTracks(List<EbmlElement> children, MatroskaFile file)
    {
        EbmlElement[] entries =
        [
            .. file.Tracks.Select((track, index) => TrackEntry.Of(track, NumberOf(track, index))),
            .. file.VoidInTracks > 0 ? [EbmlElement.Void(file.VoidInTracks)] : Array.Empty<EbmlElement>(),
        ];
        children.Add(file.UnknownSizeTracks
            ? EbmlElement.MasterOfUnknownSize(Id.Tracks, entries, file.TracksSizeLength, file.TracksCrc32)
            : EbmlElement.Master(Id.Tracks, entries, file.TracksSizeLength, file.TracksCrc32));
        if (file.VoidAfterTracks > 0)
        {
            children.Add(EbmlElement.Void(file.VoidAfterTracks, file.VoidAfterTracksSizeLength));
        }
    }

    private static EbmlElement Cluster(MatroskaFile file, int index)
    {
        EbmlElement[] children =
        [
            EbmlElement.Number(Id.Timestamp, (ulong)(index * ClusterMilliseconds)),
            .. file.Tracks.Select((track, place) => EbmlElement.Binary(
                Id.SimpleBlock,
                [.. BlockHeader(NumberOf(track, place)), .. TrackEntry.Frame(track)])),
        ];
        return file.UnknownSizeClusters
            ? EbmlElement.MasterOfUnknownSize(Id.Cluster, children)
            : EbmlElement.Master(Id.Cluster, children);
    }

    private static void AddPadding(List<EbmlElement> children, MatroskaFile file, long length)
    {
        if (length > 0 && file.Padding is PaddingKind.Void)
        {
            children.Add(EbmlElement.Void(length));
        }
        else if (length > 0)
        {
            var timestamp = EbmlElement.Number(Id.Timestamp, (ulong)(file.Clusters * ClusterMilliseconds), octets: 4);
            var block = length - 12 - timestamp.Length; // 12: the cluster's identifier and its size in eight bytes
            children.Add(EbmlElement.Master(
                Id.Cluster,
                [timestamp, EbmlElement.Hole(Id.SimpleBlock, BlockHeader(NumberOf(file.Tracks[0], 0)), block, sizeLength: 8)],
                sizeLength: 8));
        }
    }

    private static ulong NumberOf(MatroskaTrack track, int index) => track.Number ?? (ulong)index + 1;

    /// <summary>Track number in its coding, timestamp 0 relative to the cluster, key frame, no lacing (RFC 9559, 10.2).</summary>
    private static byte[] BlockHeader(ulong trackNumber) => trackNumber < 127
        ? [(byte)(0x80 | trackNumber), 0, 0, 0x80]
        : [(byte)(0x40 | (trackNumber >> 8)), (byte)trackNumber, 0, 0, 0x80];
}
