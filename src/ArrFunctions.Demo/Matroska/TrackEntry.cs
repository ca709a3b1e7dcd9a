using Id = ArrFunctions.Demo.Matroska.MatroskaId;

namespace ArrFunctions.Demo.Matroska;

/// <summary>Turns a track's description into its element and its silence into frames.</summary>
internal static class TrackEntry
{
    public const int SamplingFrequency = 8000;
    private const int BitDepth = 16;
    private const int Width = 16;
    private const int Height = 16;

    public static EbmlElement Of(MatroskaTrack track, ulong number)
    {
        EbmlElement[] children =
        [
            EbmlElement.Number(Id.TrackNumber, number),
            EbmlElement.Number(Id.TrackUid, 0x1000 + number),
            EbmlElement.Number(Id.TrackType, (ulong)track.Type),
            .. track.FlagEnabled.As(Id.FlagEnabled),
            .. track.FlagDefaultLast ? [] : track.FlagDefault.As(Id.FlagDefault),
            .. track.FlagForced.As(Id.FlagForced),
            .. track.FlagHearingImpaired.As(Id.FlagHearingImpaired),
            .. track.FlagVisualImpaired.As(Id.FlagVisualImpaired),
            .. track.FlagOriginal.As(Id.FlagOriginal),
            .. track.FlagCommentary.As(Id.FlagCommentary),
            .. track.FlagLacing.As(Id.FlagLacing),
            .. Optional(Id.Name, track.Name),
            .. Optional(Id.Language, track.Language),
            .. Optional(Id.LanguageBcp47, track.LanguageBcp47),
            EbmlElement.Text(Id.CodecId, track.CodecId),
            .. track.CodecPrivateLength is { } length
                ? [EbmlElement.Binary(Id.CodecPrivate, new byte[length])]
                : Array.Empty<EbmlElement>(),
            .. Settings(track),
            .. track.Extra,
            .. track.FlagDefaultLast ? track.FlagDefault.As(Id.FlagDefault) : [],
            .. track.VoidLength > 0 ? [EbmlElement.Void(track.VoidLength)] : Array.Empty<EbmlElement>(),
        ];
        return EbmlElement.Master(Id.TrackEntry, children, track.SizeLength, track.Crc32);
    }

    /// <summary>Black, silence or a word: the frame of one cluster.</summary>
    public static byte[] Frame(MatroskaTrack track) => track.Type switch
    {
        MatroskaTrackType.Video => new byte[Width * Height * 3 / 2],
        MatroskaTrackType.Audio => new byte[SamplingFrequency * MatroskaWriter.ClusterMilliseconds / 1000 * track.Channels * BitDepth / 8],
        _ => "..."u8.ToArray(),
    };

    private static EbmlElement[] Settings(MatroskaTrack track) => track.Type switch
    {
        MatroskaTrackType.Video =>
        [
            EbmlElement.Number(Id.DefaultDuration, MatroskaWriter.ClusterMilliseconds * 1_000_000UL),
            EbmlElement.Master(
                Id.Video,
                [
                    EbmlElement.Number(Id.PixelWidth, Width),
                    EbmlElement.Number(Id.PixelHeight, Height),
                    EbmlElement.Text(Id.UncompressedFourCc, "I420"),
                ],
                track.SettingsSizeLength),
        ],
        MatroskaTrackType.Audio =>
        [
            EbmlElement.Master(
                Id.Audio,
                [
                    EbmlElement.Real(Id.SamplingFrequency, SamplingFrequency),
                    EbmlElement.Number(Id.Channels, (ulong)track.Channels),
                    EbmlElement.Number(Id.BitDepth, BitDepth),
                ],
                track.SettingsSizeLength),
        ],
        _ => [],
    };

    private static EbmlElement[] Optional(uint id, string? text) => text is null ? [] : [EbmlElement.Text(id, text)];
}
