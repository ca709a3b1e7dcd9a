namespace ArrFunctions.Demo.Matroska;

/// <summary>What a Matroska or WebM file shall look like; the defaults are a plain file that plays.</summary>
public sealed record MatroskaFile
{
    /// <summary>In file order; numbered from 1.</summary>
    public required IReadOnlyList<MatroskaTrack> Tracks { get; init; }

    /// <summary><c>matroska</c> or <c>webm</c>.</summary>
    public string DocType { get; init; } = "matroska";

    public string? Title { get; init; }

    /// <summary>Each holds <see cref="MatroskaWriter.ClusterMilliseconds"/> of every track.</summary>
    public int Clusters { get; init; } = 3;

    public SeekHeadLayout SeekHead { get; init; } = SeekHeadLayout.Direct;

    public bool TracksAtEnd { get; init; }

    /// <summary>Bytes of the size coding of Tracks; 0 takes as few as possible.</summary>
    public int TracksSizeLength { get; init; }

    public bool TracksCrc32 { get; init; }

    public bool SegmentCrc32 { get; init; }

    /// <summary>Total bytes of a Void behind the last TrackEntry, inside Tracks; 0 for none.</summary>
    public long VoidInTracks { get; init; }

    /// <summary>Total bytes of the Void directly behind Tracks, from 2 to petabytes (it is a hole); 0 for none.</summary>
    public long VoidAfterTracks { get; init; }

    /// <summary>Bytes of that Void's size coding; 0 takes as few as possible.</summary>
    public int VoidAfterTracksSizeLength { get; init; }

    public bool UnknownSizeSegment { get; init; }

    public bool UnknownSizeTracks { get; init; }

    public bool UnknownSizeClusters { get; init; }

    /// <summary>
    /// Exact size of the file, reached with a hole; it stands before Tracks when they are at the end. Null for no padding.
    /// </summary>
    public long? TotalSize { get; init; }

    public PaddingKind Padding { get; init; }
}
