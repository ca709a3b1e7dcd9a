namespace ArrFunctions.Audio.Containers.Matroska;

/// <summary>Element identifiers of EBML (RFC 8794, 11.1) and Matroska (RFC 9559, 5.1) that are read here.</summary>
internal static class MatroskaIds
{
    public const uint Ebml = 0x1A45DFA3;
    public const uint EbmlMaxIdLength = 0x42F2;
    public const uint EbmlMaxSizeLength = 0x42F3;
    public const uint DocType = 0x4282;
    public const uint Crc32 = 0xBF;
    public const uint Void = 0xEC;

    public const uint Segment = 0x18538067;
    public const uint SeekHead = 0x114D9B74;
    public const uint Seek = 0x4DBB;
    public const uint SeekId = 0x53AB;
    public const uint SeekPosition = 0x53AC;
    public const uint Info = 0x1549A966;
    public const uint Cluster = 0x1F43B675;
    public const uint Cues = 0x1C53BB6B;
    public const uint Chapters = 0x1043A770;
    public const uint Attachments = 0x1941A469;
    public const uint Tags = 0x1254C367;

    public const uint Tracks = 0x1654AE6B;
    public const uint TrackEntry = 0xAE;
    public const uint TrackNumber = 0xD7;
    public const uint TrackType = 0x83;
    public const uint FlagEnabled = 0xB9;
    public const uint FlagDefault = 0x88;
    public const uint FlagForced = 0x55AA;
    public const uint FlagHearingImpaired = 0x55AB;
    public const uint FlagVisualImpaired = 0x55AC;
    public const uint FlagOriginal = 0x55AE;
    public const uint FlagCommentary = 0x55AF;
    public const uint FlagLacing = 0x9C;
    public const uint Name = 0x536E;
    public const uint Language = 0x22B59C;
    public const uint LanguageBcp47 = 0x22B59D;
    public const uint CodecId = 0x86;
    public const uint Audio = 0xE1;
    public const uint Channels = 0x9F;

    private const uint Video = 0xE0;
    private const uint Colour = 0x55B0;
    private const uint MasteringMetadata = 0x55D0;
    private const uint Projection = 0x7670;
    private const uint TrackTranslate = 0x6624;
    private const uint TrackOperation = 0xE2;
    private const uint TrackCombinePlanes = 0xE3;
    private const uint TrackPlane = 0xE4;
    private const uint TrackJoinBlocks = 0xE9;
    private const uint ContentEncodings = 0x6D80;
    private const uint ContentEncoding = 0x6240;
    private const uint ContentCompression = 0x5034;
    private const uint ContentEncryption = 0x5035;
    private const uint ContentEncAesSettings = 0x47E7;
    private const uint BlockAdditionMapping = 0x41E4;

    /// <summary>Whether an element inside Tracks holds other elements.</summary>
    public static bool IsMasterInTracks(uint id) => id is Tracks or TrackEntry or Audio or Video or Colour or MasteringMetadata or Projection
        or TrackTranslate or TrackOperation or TrackCombinePlanes or TrackPlane or TrackJoinBlocks
        or ContentEncodings or ContentEncoding or ContentCompression or ContentEncryption or ContentEncAesSettings or BlockAdditionMapping;

    /// <summary>Whether an element stands directly in the Segment; such an element ends a Cluster of unknown size (RFC 8794, 6.2).</summary>
    public static bool IsTopLevel(uint id) =>
        id is SeekHead or Info or Cluster or Tracks or Cues or Chapters or Attachments or Tags or Segment or Ebml;
}
