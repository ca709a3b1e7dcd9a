using static ArrFunctions.Demo.Mp4.BigEndian;

namespace ArrFunctions.Demo.Mp4;

/// <summary>What <c>stsd</c> says about a track's samples (ISO 14496-12, 8.5.2 and 12).</summary>
internal static class SampleEntry
{
    /// <summary>Six reserved bytes and data_reference_index 1.</summary>
    private static readonly byte[] Start = [0, 0, 0, 0, 0, 0, 0, 1];

    public static Mp4Box Of(Mp4Track track) => track.Type switch
    {
        Mp4TrackType.Video => Mp4Box.Of(track.Encrypted ? "encv" : track.Format, VideoFields(), Protection(track)),
        Mp4TrackType.Audio => Mp4Box.Of(
            track.Encrypted ? "enca" : track.Format,
            AudioFields(track),
            [.. track.Format is "mp4a" ? [ElementaryStream(track.Channels)] : Array.Empty<Mp4Box>(), .. Protection(track)]),
        Mp4TrackType.TimeCode => Mp4Box.Of(track.Format, [.. Start, .. U32(0), .. U32(0), .. U32(1000), .. U32(40), 25, 0]),
        _ => Mp4Box.Of(track.Format, [.. Start, .. new byte[43]]),
    };

    private static byte[] VideoFields() =>
    [
        .. Start,
        .. new byte[16],
        .. U16(Mp4Samples.Width), .. U16(Mp4Samples.Height),
        .. U32(72 << 16), .. U32(72 << 16),
        .. U32(0),
        .. U16(1), // frames a sample
        .. new byte[32],
        .. U16(24), .. U16(0xFFFF),
    ];

    private static byte[] AudioFields(Mp4Track track) =>
    [
        .. Start,
        .. new byte[8],
        .. U16(track.Channels), .. U16(16),
        .. new byte[4],
        .. U32((long)Mp4Samples.Of(track).Timescale << 16),
    ];

    /// <summary>AAC-LC at 48 kHz in the descriptors of ISO 14496-1, 7.2.6.</summary>
    private static Mp4Box ElementaryStream(int channels)
    {
        const int aacLc = 2;
        const int rate48000 = 3;
        var configuration = channels is 6 or <= 2 ? channels : 0;
        byte[] specific = Descriptor(5, U16((aacLc << 11) | (rate48000 << 7) | (configuration << 3)));
        byte[] decoder = Descriptor(4, [0x40, 0x15, 0, 0, 0, .. U32(0), .. U32(0), .. specific]);
        return Mp4Box.Full("esds", 0, 0, Descriptor(3, [0, 1, 0, .. decoder, .. Descriptor(6, [2])]));
    }

    private static byte[] Descriptor(byte tag, byte[] content) => [tag, (byte)content.Length, .. content];

    /// <summary>Common encryption, as far as a reader needs to see it (ISO 14496-12, 8.12; ISO 23001-7).</summary>
    private static Mp4Box[] Protection(Mp4Track track) => track.Encrypted
        ?
        [
            Mp4Box.Container(
                "sinf",
                Mp4Box.Of("frma", Code(track.Format)),
                Mp4Box.Full("schm", 0, 0, [.. Code("cenc"), .. U32(0x10000)]),
                Mp4Box.Container("schi", Mp4Box.Full("tenc", 0, 0, [0, 0, 1, 8, .. new byte[16]]))),
        ]
        : [];
}
