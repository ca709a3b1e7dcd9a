namespace ArrFunctions.Demo.Mp4;

/// <summary>What an MP4 or QuickTime file shall look like; the defaults are a plain file that plays.</summary>
public sealed record Mp4File
{
    /// <summary>In file order; numbered from 1.</summary>
    public required IReadOnlyList<Mp4Track> Tracks { get; init; }

    /// <summary>Major brand: <c>isom</c>, <c>M4V </c>, <c>M4A </c>, or <c>qt  </c> for QuickTime's handler names.</summary>
    public string Brand { get; init; } = "isom";

    /// <summary><c>moov</c> behind <c>mdat</c>, as a recorder leaves it.</summary>
    public bool MovieAtEnd { get; init; }

    /// <summary>A <c>moov</c> without samples, then pairs of <c>moof</c> and <c>mdat</c> (ISO 14496-12, 8.8).</summary>
    public bool Fragmented { get; init; }

    /// <summary>Types of all boxes that carry their size in 64 bits.</summary>
    public IReadOnlySet<string> LargeSizes { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The last box has the size 0, "to the end of the file".</summary>
    public bool LastSizeZero { get; init; }

    /// <summary>The <c>moov</c> stands a second time at the end.</summary>
    public bool SecondMovie { get; init; }

    /// <summary>QuickTime's <c>cmov</c>: the movie is deflated inside <c>moov</c>.</summary>
    public bool CompressedMovie { get; init; }

    /// <summary>Exact size of the file, reached with a hole at the end of the last <c>mdat</c>; null for no padding.</summary>
    public long? TotalSize { get; init; }

    /// <summary>Further top-level boxes behind <c>ftyp</c>.</summary>
    public IReadOnlyList<Mp4Box> Extra { get; init; } = [];
}
