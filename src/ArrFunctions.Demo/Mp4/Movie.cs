using System.IO.Compression;
using static ArrFunctions.Demo.Mp4.BigEndian;

namespace ArrFunctions.Demo.Mp4;

/// <summary>The <c>moov</c> of a file: one <c>trak</c> a track, with one chunk each.</summary>
internal static class Movie
{
    public const int Timescale = 1000;

    /// <summary>
    /// The box; <paramref name="chunkOffsets"/> says where each track's chunk begins, null leaves the sample tables empty, for
    /// fragments.
    /// </summary>
    public static Mp4Box Of(Mp4File file, IReadOnlyList<long>? chunkOffsets)
    {
        var movie = Mp4Box.Container(
            "moov",
            [
                Header(file),
                .. file.Tracks.Select((track, index) => Track(file, track, index, chunkOffsets?[index])),
                .. chunkOffsets is null ? [Extends(file)] : Array.Empty<Mp4Box>(),
            ]);
        return file.CompressedMovie ? Compressed(movie.WithLargeSizes(file.LargeSizes)) : movie;
    }

    public static int IdOf(Mp4File file, int index) => file.Tracks[index].Id ?? index + 1;

    private static Mp4Box Header(Mp4File file) => Mp4Box.Full(
        "mvhd",
        0,
        0,
        [
            .. U32(0), .. U32(0),
            .. U32(Timescale), .. U32(file.Tracks.Max(Duration)),
            .. U32(0x10000), .. U16(0x100), .. new byte[10],
            .. UnityMatrix,
            .. new byte[24],
            .. U32(Enumerable.Range(0, file.Tracks.Count).Max(index => IdOf(file, index)) + 1),
        ]);

    private static Mp4Box Track(Mp4File file, Mp4Track track, int index, long? chunkOffset) => Mp4Box.Container(
        "trak",
        [
            TrackHeader(track, IdOf(file, index)),
            .. track.References.Count > 0 ? [References(track)] : Array.Empty<Mp4Box>(),
            Media(file, track, chunkOffset),
            .. UserData(track),
            .. track.Extra,
        ]);

    private static Mp4Box TrackHeader(Mp4Track track, int id) => Mp4Box.Full(
        "tkhd",
        track.HeaderVersion,
        track.Flags,
        [
            .. track.HeaderVersion is 1
                ? [.. U64(0), .. U64(0), .. U32(id), .. U32(0), .. U64(Duration(track))]
                : (byte[])[.. U32(0), .. U32(0), .. U32(id), .. U32(0), .. U32(Duration(track))],
            .. new byte[8],
            .. U16(0), // layer
            .. U16(track.AlternateGroup),
            .. U16(track.Type is Mp4TrackType.Audio ? 0x100 : 0),
            .. U16(0),
            .. UnityMatrix,
            .. U32(track.Type is Mp4TrackType.Video ? Mp4Samples.Width << 16 : 0),
            .. U32(track.Type is Mp4TrackType.Video ? Mp4Samples.Height << 16 : 0),
        ]);

    private static Mp4Box References(Mp4Track track) => Mp4Box.Container(
        "tref",
        [.. track.References.Select(reference => Mp4Box.Of(reference.Type, [.. reference.TrackIds.SelectMany(id => U32(id))]))]);

    private static Mp4Box Media(Mp4File file, Mp4Track track, long? chunkOffset) => Mp4Box.Container(
        "mdia",
        [
            MediaHeader(track),
            .. track.ExtendedLanguage is { } tag ? [Mp4Box.Full("elng", 0, 0, TerminatedText(tag))] : Array.Empty<Mp4Box>(),
            Handler(file, track),
            Mp4Box.Container(
                "minf",
                TypeHeader(track.Type),
                Mp4Box.Container("dinf", Mp4Box.Full("dref", 0, 0, U32(1), Mp4Box.Full("url ", 0, 1, []))),
                SampleTable(track, chunkOffset)),
        ]);

    private static Mp4Box MediaHeader(Mp4Track track)
    {
        var samples = Mp4Samples.Of(track);
        return Mp4Box.Full(
            "mdhd",
            track.HeaderVersion,
            0,
            [
                .. track.HeaderVersion is 1
                    ? [.. U64(0), .. U64(0), .. U32(samples.Timescale), .. U64(samples.Duration)]
                    : (byte[])[.. U32(0), .. U32(0), .. U32(samples.Timescale), .. U32(samples.Duration)],
                .. U16(track.LanguageCode ?? Packed(track.Language)),
                .. U16(0),
            ]);
    }

    /// <summary>Three letters of five bits each, less 0x60 (ISO 14496-12, 8.4.2.3).</summary>
    private static int Packed(string language) => language.Aggregate(0, (code, letter) => (code << 5) | (letter - 0x60));

    /// <summary>QuickTime has a component type and a name that begins with its length; ISO a zero and a name that ends with one.</summary>
    private static Mp4Box Handler(Mp4File file, Mp4Track track)
    {
        var (code, usualName) = track.Type switch
        {
            Mp4TrackType.Video => ("vide", "VideoHandler"),
            Mp4TrackType.Audio => ("soun", "SoundHandler"),
            Mp4TrackType.Text => ("text", "SubtitleHandler"),
            _ => ("tmcd", "TimeCodeHandler"),
        };
        var name = track.HandlerName ?? usualName;
        return file.Brand is "qt  "
            ? Mp4Box.Full("hdlr", 0, 0, [.. Code("mhlr"), .. Code(code), .. new byte[12], (byte)Text(name).Length, .. Text(name)])
            : Mp4Box.Full("hdlr", 0, 0, [.. U32(0), .. Code(code), .. new byte[12], .. TerminatedText(name)]);
    }

    private static Mp4Box TypeHeader(Mp4TrackType type) => type switch
    {
        Mp4TrackType.Video => Mp4Box.Full("vmhd", 0, 1, new byte[8]),
        Mp4TrackType.Audio => Mp4Box.Full("smhd", 0, 0, new byte[4]),
        _ => Mp4Box.Container("gmhd", Mp4Box.Full("gmin", 0, 0, [.. U16(0x40), .. new byte[10]])),
    };

    private static Mp4Box SampleTable(Mp4Track track, long? chunkOffset)
    {
        var samples = Mp4Samples.Of(track);
        var description = Mp4Box.Full("stsd", 0, 0, U32(1), SampleEntry.Of(track));
        return chunkOffset is { } offset
            ? Mp4Box.Container(
                "stbl",
                description,
                Mp4Box.Full("stts", 0, 0, [.. U32(1), .. U32(samples.Count), .. U32(samples.Delta)]),
                Mp4Box.Full("stsc", 0, 0, [.. U32(1), .. U32(1), .. U32(samples.Count), .. U32(1)]),
                Mp4Box.Full("stsz", 0, 0, [.. U32(samples.Sample.Length), .. U32(samples.Count)]),
                Mp4Box.Full("stco", 0, 0, [.. U32(1), .. U32(offset)]))
            : Mp4Box.Container(
                "stbl",
                description,
                Mp4Box.Full("stts", 0, 0, U32(0)),
                Mp4Box.Full("stsc", 0, 0, U32(0)),
                Mp4Box.Full("stsz", 0, 0, [.. U32(0), .. U32(0)]),
                Mp4Box.Full("stco", 0, 0, U32(0)));
    }

    private static Mp4Box[] UserData(Mp4Track track)
    {
        Mp4Box[] content =
        [
            .. track.Name is { } name ? [Mp4Box.Of("name", Text(name))] : Array.Empty<Mp4Box>(),
            .. track.Kinds.Select(kind =>
                Mp4Box.Full("kind", 0, 0, [.. TerminatedText(kind.SchemeUri), .. TerminatedText(kind.Value)])),
        ];
        return content is [] ? [] : [Mp4Box.Container("udta", content)];
    }

    private static Mp4Box Extends(Mp4File file) => Mp4Box.Container(
        "mvex",
        [
            .. file.Tracks.Select((_, index) => Mp4Box.Full(
                "trex", 0, 0, [.. U32(IdOf(file, index)), .. U32(1), .. U32(0), .. U32(0), .. U32(0)])),
        ]);

    /// <summary>
    /// QuickTime File Format, "Compressed movie resources"; stored, not squeezed, so that chunk offsets do not change the length.
    /// </summary>
    private static Mp4Box Compressed(Mp4Box movie)
    {
        var plain = movie.ToArray();
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.NoCompression, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return Mp4Box.Container(
            "moov",
            Mp4Box.Container("cmov", Mp4Box.Of("dcom", Code("zlib")), Mp4Box.Of("cmvd", [.. U32(plain.Length), .. deflated.ToArray()])));
    }

    private static long Duration(Mp4Track track)
    {
        var samples = Mp4Samples.Of(track);
        return (long)samples.Duration * Timescale / samples.Timescale;
    }

    private static byte[] UnityMatrix =>
        [.. U32(0x10000), .. new byte[12], .. U32(0x10000), .. new byte[12], .. U32(0x40000000)];
}
