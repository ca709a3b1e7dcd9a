using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>One kind of change that is cut off at every instant.</summary>
/// <param name="FileName">Of a film whose Japanese track is wanted and not the default.</param>
internal sealed record FixScenario(string FileName, Lazy<byte[]> Content)
{
    public FixScenario(string fileName, byte[] original)
        : this(fileName, new Lazy<byte[]>(original))
    {
    }

    /// <summary>It needs a file system that shares blocks, so it is not among <see cref="Everywhere"/>.</summary>
    public const string ByClone = "clone of a file with two names";

    private static readonly Dictionary<string, FixScenario> All = new(StringComparer.Ordinal)
    {
        ["MKV, several flags in place"] = Flags,
        ["MKV, new flags in a Void, CRC-32 everywhere"] = Structure,
        ["MP4: group, enable, disable"] = Groups,
        ["MKV, the modification time is kept"] = Structure.With(keepModifiedTime: true),
        ["MKV, copy of a file with two names"] = Flags.With(HardlinkPolicy.Copy),
        ["MP4, copy of a file with two names, the modification time is kept"] = Groups.With(HardlinkPolicy.Copy, keepModifiedTime: true),
        ["MKV, undo"] = Flags with { Action = FixAction.Undo },
        ["MP4, undo"] = Groups with { Action = FixAction.Undo },
        ["MKV, undo by a copy of a file with two names"] = Structure.With(HardlinkPolicy.Copy) with { Action = FixAction.Undo },
        ["MKV, next start after a half-written fix"] = Flags with { Action = FixAction.Recover, CutOffAt = "written" },
        ["MP4, next start after a half-written fix, the modification time is kept"] =
            Groups.With(keepModifiedTime: true) with { Action = FixAction.Recover, CutOffAt = "written" },
        ["MKV, next start after a half-made copy"] = Flags.With(HardlinkPolicy.Copy) with { Action = FixAction.Recover, CutOffAt = "copied" },
        ["MKV, next start after the rename of a copy"] = Flags.With(HardlinkPolicy.Copy) with { Action = FixAction.Recover, CutOffAt = "renamed" },
        [ByClone] = Structure.With(HardlinkPolicy.Reflink),
    };

    public static IEnumerable<string> Everywhere => All.Keys.Where(name => name != ByClone);

    public static AudioOptions Japanese => new() { Languages = [LanguageTag.Parse("jpn")] };

    public AudioOptions Options { get; init; } = Japanese;

    public FixAction Action { get; init; } = FixAction.Fix;

    /// <summary>For <see cref="FixAction.Recover"/>: where the fix was killed whose next start this is.</summary>
    public string? CutOffAt { get; init; }

    /// <summary>For <see cref="FixAction.Recover"/>: what was killed there.</summary>
    public FixAction CutOffAction { get; init; } = FixAction.Fix;

    /// <summary>It has a second name, whose bytes must stay.</summary>
    public bool IsHardlinked => Options.HardlinkPolicy is not HardlinkPolicy.Defer;

    private static FixScenario Flags => new("film.mkv", MatroskaWriter.ToArray(new MatroskaFile
    {
        Tracks =
        [
            MatroskaTrack.Video(),
            Long("eng", Flag.Set),
            Long("fre", Flag.Set),
            Long("jpn", Flag.Clear),
            Long("ger", Flag.Set),
        ],
    }));

    private static FixScenario Structure => new("film.mkv", MatroskaWriter.ToArray(new MatroskaFile
    {
        Tracks = [MatroskaTrack.Video(), Long("eng") with { Crc32 = true }, Long("fre") with { Crc32 = true }, Long("jpn") with { Crc32 = true }],
        TracksCrc32 = true,
        VoidAfterTracks = 100,
    }));

    private static FixScenario Groups => new("film.mp4", Mp4Writer.ToArray(new Mp4File
    {
        Tracks = [Mp4Track.Video(), Mp4Track.Audio("eng"), Mp4Track.Audio("fre"), Mp4Track.Audio("jpn", enabled: false)],
    }));

    public byte[] Original => Content.Value;

    public static FixScenario Named(string name) => All.TryGetValue(name, out var scenario) ? scenario : RewriteScenarios.All[name];

    /// <summary>Long enough that each track's flag is a run of its own.</summary>
    private static MatroskaTrack Long(string language, Flag? isDefault = null) =>
        MatroskaTrack.Audio(language, isDefault) with { CodecPrivateLength = 600 };

    private FixScenario With(HardlinkPolicy policy = HardlinkPolicy.Defer, bool keepModifiedTime = false) =>
        this with { Options = Options with { HardlinkPolicy = policy, KeepModifiedTime = keepModifiedTime } };
}

/// <summary>What is cut off.</summary>
internal enum FixAction
{
    Fix,
    Undo,
    Recover,
}
