using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>Headers of a Matroska or WebM file: where Tracks lies, and what it says (RFC 9559).</summary>
internal sealed class MatroskaHeaders : MediaHeaders
{
    /// <summary>A Void can be as large as it likes; only its beginning can be needed.</summary>
    private const int MostVoidBytes = 4096;

    private readonly MatroskaLayout layout;
    private readonly byte[] region;
    private readonly EbmlElement tracks;

    private MatroskaHeaders(string format, MatroskaLayout layout, byte[] region)
    {
        Format = format;
        this.layout = layout;
        this.region = region;
        tracks = EbmlElement.Parse(region.AsMemory(0, (int)layout.Tracks.TotalLength));
        AudioTracks = MatroskaTracks.Read(tracks);
    }

    public override string Format { get; }

    public override IReadOnlyList<AudioTrack> AudioTracks { get; }

    public override IReadOnlyList<LanguageTag> Languages => MatroskaTracks.Languages(tracks);

    public override bool IsBehindMedia => layout.IsBehindClusters;

    public override bool CanMoveInFront => layout is { HasPlaceInFront: true, HasSegmentCrc: false };

    public static bool IsMatroska(ReadOnlySpan<byte> start) => start is [0x1A, 0x45, 0xDF, 0xA3, ..];

    public static MatroskaHeaders Read(HeaderReader reader)
    {
        var ebml = ElementHeader.Read(reader, 0, reader.Length);
        var format = EbmlHeader.Read(reader, ebml);
        var layout = MatroskaLayout.Read(reader, ebml.End);
        var length = layout.Tracks.TotalLength + Math.Min(layout.VoidBehindTracks?.TotalLength ?? 0, MostVoidBytes);
        return new MatroskaHeaders(format, layout, reader.Read(layout.Tracks.Offset, length));
    }

    public override EditPlan PlanDefault(int position, AlternateGroupPolicy alternateGroups)
    {
        if (layout.HasSegmentCrc)
        {
            return new EditPlan.Refused("the whole Segment is under one CRC-32, which would have to be computed over every byte of the file", CanBeRewritten: true);
        }

        return DefaultFlagEdit.Plan(region, layout, position, isExplicit: false);
    }

    public override EditPlan.Edit? PlanExplicit(int position) =>
        layout.HasSegmentCrc ? null : DefaultFlagEdit.Plan(region, layout, position, isExplicit: true) as EditPlan.Edit;
}
