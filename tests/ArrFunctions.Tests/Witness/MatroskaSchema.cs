using System.Globalization;

namespace ArrFunctions.Tests.Witness;

/// <summary>What the witness knows of RFC 9559: names for its messages, which elements are masters, what absence means.</summary>
internal static class MatroskaSchema
{
    public const uint EbmlHeader = 0x1A45DFA3;
    public const uint EbmlMaxSizeLength = 0x42F3;
    public const uint Segment = 0x18538067;
    public const uint SeekHead = 0x114D9B74;
    public const uint Tracks = 0x1654AE6B;
    public const uint Cluster = 0x1F43B675;
    public const uint Void = 0xEC;
    public const uint Crc32 = 0xBF;
    public const uint TrackEntry = 0xAE;
    public const uint TrackType = 0x83;
    public const uint FlagEnabled = 0xB9;
    public const uint FlagDefault = 0x88;
    public const uint FlagLacing = 0x9C;
    public const uint Language = 0x22B59C;

    public const ulong AudioType = 2;

    private static readonly Dictionary<uint, string> Names = new()
    {
        [EbmlHeader] = "EBML",
        [EbmlMaxSizeLength] = "EBMLMaxSizeLength",
        [Segment] = "Segment",
        [SeekHead] = "SeekHead",
        [0x1549A966] = "Info",
        [Tracks] = "Tracks",
        [Cluster] = "Cluster",
        [0x1C53BB6B] = "Cues",
        [0x1941A469] = "Attachments",
        [0x1043A770] = "Chapters",
        [0x1254C367] = "Tags",
        [Void] = "Void",
        [Crc32] = "CRC-32",
        [TrackEntry] = "TrackEntry",
        [0xD7] = "TrackNumber",
        [0x73C5] = "TrackUID",
        [TrackType] = "TrackType",
        [FlagEnabled] = "FlagEnabled",
        [FlagDefault] = "FlagDefault",
        [FlagLacing] = "FlagLacing",
        [0x55AA] = "FlagForced",
        [0x55AB] = "FlagHearingImpaired",
        [0x55AC] = "FlagVisualImpaired",
        [0x55AE] = "FlagOriginal",
        [0x55AF] = "FlagCommentary",
        [Language] = "Language",
        [0x22B59D] = "LanguageBCP47",
        [0x536E] = "Name",
        [0x86] = "CodecID",
        [0x63A2] = "CodecPrivate",
        [0xE0] = "Video",
        [0xE1] = "Audio",
        [0x9F] = "Channels",
    };

    private static readonly HashSet<uint> TopLevel =
        [SeekHead, 0x1549A966, Tracks, Cluster, 0x1C53BB6B, 0x1941A469, 0x1043A770, 0x1254C367];

    /// <summary>
    /// Masters whose children the witness reads: the EBML header, SeekHead with Seek, Info, and all that can stand in Tracks.
    /// </summary>
    private static readonly HashSet<uint> Described =
    [
        EbmlHeader, SeekHead, 0x4DBB, 0x1549A966, Tracks, TrackEntry,
        0xE0, 0xE1, 0x55B0, 0x55D0, 0x7670, 0x6D80, 0x6240, 0x5034, 0x5035, 0x47E7, 0xE2, 0xE3, 0xE4, 0xE9, 0x6624, 0x41E4,
    ];

    private static readonly Dictionary<uint, ulong> Defaults = new()
    {
        [FlagEnabled] = 1,
        [FlagDefault] = 1,
        [FlagLacing] = 1,
        [0x55AA] = 0,
        [0x9F] = 1,
    };

    public static string NameOf(uint id) => Names.GetValueOrDefault(id) ?? string.Create(CultureInfo.InvariantCulture, $"0x{id:X}");

    public static bool IsTopLevel(uint id) => TopLevel.Contains(id);

    public static bool IsDescribedMaster(uint id) => Described.Contains(id);

    /// <summary>The value that counts when the element is absent or empty; null when the specification gives none.</summary>
    public static ulong? DefaultOf(uint id) => Defaults.TryGetValue(id, out var value) ? value : null;
}
