namespace ArrFunctions.Demo.Mp4;

/// <summary>
/// A track's media: the same sample <see cref="Count"/> times, <see cref="Delta"/> units of <see cref="Timescale"/> apart.
/// </summary>
internal sealed record Mp4Samples(int Timescale, int Delta, int Count, byte[] Sample)
{
    public const int AacRate = 48000;
    public const int PcmRate = 8000;
    public const int Width = 16;
    public const int Height = 16;

    public int Duration => Delta * Count;

    public byte[] Bytes => [.. Enumerable.Repeat(Sample, Count).SelectMany(sample => sample)];

    /// <summary>About a fifth of a second.</summary>
    public static Mp4Samples Of(Mp4Track track) => track switch
    {
        { Type: Mp4TrackType.Video } => new(Timescale: 1000, Delta: 40, Count: 5, GreyJpeg),
        { Type: Mp4TrackType.Text } => new(Timescale: 1000, Delta: 200, Count: 1, [0, 5, .. "Start"u8]),
        { Type: Mp4TrackType.TimeCode } => new(Timescale: 1000, Delta: 200, Count: 1, new byte[4]),
        { Format: "mp4a" } => new(AacRate, Delta: 1024, Count: 10, SilentAac(track.Channels)),
        { Format: "sowt" or "twos" } => new(PcmRate, Delta: 1, Count: 1600, new byte[2 * track.Channels]),
        _ => new(AacRate, Delta: 1024, Count: 10, new byte[32]),
    };

    /// <summary>One raw_data_block of AAC-LC whose channels are all zero (ISO 14496-3, 4.4.2.1).</summary>
    private static byte[] SilentAac(int channels) => Convert.FromHexString(channels switch
    {
        1 => "00C800802380",
        2 => "210049900219002380",
        6 => "00C800802084012640086400823004990021900200B2002008E0",
        _ => throw new ArgumentOutOfRangeException(nameof(channels), channels, "There is silence for 1, 2 and 6 channels only."),
    });

    /// <summary>
    /// A grey picture of 16 by 16: four blocks, each "no difference" and "end of block", both coded as one 0 bit (ITU-T T.81, annex
    /// B).
    /// </summary>
    private static byte[] GreyJpeg { get; } =
    [
        0xFF, 0xD8,
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)16, 64),
        0xFF, 0xC0, 0, 11, 8, 0, Height, 0, Width, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0,
        0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0x00, 0, 63, 0,
        0x00,
        0xFF, 0xD9,
    ];
}
