using ArrFunctions.Audio;
using ArrFunctions.Audio.Containers;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Demo.Mp4;
using ArrFunctions.Tests.Witness;

namespace ArrFunctions.Tests.Audio.Containers;

/// <summary>Every shape of an MP4 or QuickTime file, and the ones that are refused.</summary>
public sealed class Mp4FixTests
{
    private static readonly Mp4Track English = Mp4Track.Audio("eng");
    private static readonly Mp4Track Japanese = Mp4Track.Audio("jpn");

    public static TheoryData<string> Shapes => [.. Cases.Keys];

    public static TheoryData<string> Refusals => [.. RefusedCases.Keys];

    private static Dictionary<string, (Mp4File File, RoomRule Room)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["both enabled, no group"] = (Tracks(English, Japanese), RoomRule.AlternateGroup),
        ["wrong one enabled, no group"] = (Tracks(English, Japanese with { Flags = 6 }), RoomRule.AlternateGroup),
        ["both enabled, one group"] = (Tracks(English with { AlternateGroup = 1 }, Japanese with { AlternateGroup = 1 }), RoomRule.None),
        ["both enabled, two groups"] = (Tracks(English with { AlternateGroup = 1 }, Japanese with { AlternateGroup = 2 }), RoomRule.AlternateGroup),
        ["none enabled"] = (Tracks(English with { Flags = 6 }, Japanese with { Flags = 6 }), RoomRule.None),
        ["version 1 headers"] = (Tracks(English with { HeaderVersion = 1 }, Japanese with { HeaderVersion = 1 }), RoomRule.AlternateGroup),
        ["moov at the end"] = (Tracks(English, Japanese) with { MovieAtEnd = true }, RoomRule.AlternateGroup),
        ["last box of size 0"] = (Tracks(English, Japanese) with { LastSizeZero = true }, RoomRule.AlternateGroup),
        ["64-bit sizes"] = (Tracks(English, Japanese) with { LargeSizes = new HashSet<string>(StringComparer.Ordinal) { "mdat", "moov", "trak", "tkhd" } }, RoomRule.AlternateGroup),
        ["fragmented"] = (Tracks(English, Japanese) with { Fragmented = true }, RoomRule.AlternateGroup),
        ["QuickTime"] = (Tracks(English, Japanese) with { Brand = "qt  " }, RoomRule.AlternateGroup),
        ["sparse file over 4 GiB"] = (Tracks(English, Japanese) with { TotalSize = 5L << 30 }, RoomRule.AlternateGroup),
        ["sparse file over 4 GiB, moov at the end"] = (Tracks(English, Japanese) with { TotalSize = 5L << 30, MovieAtEnd = true }, RoomRule.AlternateGroup),
        ["audio with chapters of its own"] = (
            new Mp4File { Tracks = [Mp4Track.Video(), English with { References = [new Mp4Reference("chap", 4)] }, Japanese, Mp4Track.Chapters()] }, RoomRule.AlternateGroup),
        ["audio that is another's fallback"] = (Tracks(English with { References = [new Mp4Reference("fall", 3)] }, Japanese), RoomRule.AlternateGroup),
        ["the language in elng"] = (Tracks(English, Mp4Track.Audio("eng") with { ExtendedLanguage = "ja-JP" }), RoomRule.AlternateGroup),
        ["a Macintosh language code"] = (Tracks(English, Mp4Track.Audio() with { LanguageCode = 11 }) with { Brand = "qt  " }, RoomRule.AlternateGroup),
    };

    private static Dictionary<string, Mp4File> RefusedCases { get; } = new(StringComparer.Ordinal)
    {
        ["two moov boxes"] = Tracks(English, Japanese) with { SecondMovie = true },
        ["encrypted audio"] = Tracks(English, Japanese with { Encrypted = true }),
        ["encrypted video"] = new Mp4File { Tracks = [Mp4Track.Video() with { Encrypted = true }, English, Japanese] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_wanted_track_becomes_the_only_enabled_one_in_place(string shape)
    {
        using var bench = new Workbench();
        var (file, room) = Cases[shape];
        var (path, original) = (bench.Path("film.mp4"), bench.Path("original.bak"));
        Mp4Writer.Write(file, path);
        Mp4Writer.Write(file, original);

        var changed = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal(room, changed.Room);
        var wanted = changed.After.Single(track => track.IsDefault);
        Assert.Equal("jpn", wanted.Language.Language);
        Assert.Equal([wanted.Position], Mp4Witness.EnabledAudioTracks(path));
        Mp4Witness.AssertOnlyEnabledAndGroupsChanged(original, path);
        if (Tools.Has("ffprobe"))
        {
            Assert.Equal([wanted.Position], RealFile.DefaultsByFfprobe(path));
        }

        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Empty(SparseFile.Differences(original, path));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_file_that_players_could_read_otherwise_is_refused(string shape)
    {
        using var bench = new Workbench();
        var path = bench.Path("film.mp4");
        Mp4Writer.Write(RefusedCases[shape], path);
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var outcome = await bench.FixAsync(path);

        Assert.True(outcome is AudioFixOutcome.Skipped { Reason: SkipReason.NoRoom or SkipReason.Unsupported }, outcome.Sentence);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_track_that_serves_another_is_neither_chosen_nor_changed()
    {
        using var bench = new Workbench();
        var path = bench.Path("film.mp4");
        var video = Mp4Track.Video() with { References = [new Mp4Reference("sync", 2)] };
        Mp4Writer.Write(new Mp4File { Tracks = [video, Mp4Track.Audio("jpn"), English, Japanese] }, path);

        var changed = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal([true, false, true], changed.After.Select(track => track.IsDefault));
        Assert.True(changed.After[0].Flags.HasFlag(AudioTrackFlags.Auxiliary));
    }

    [Fact]
    public async Task The_group_policy_require_refuses_tracks_that_are_no_alternatives()
    {
        using var bench = new Workbench(Options with { AlternateGroup = AlternateGroupPolicy.Require });
        var path = bench.Path("film.mp4");
        Mp4Writer.Write(Tracks(English, Japanese), path);
        Assert.Equal(SkipReason.NoRoom, Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path)).Reason);
    }

    [Fact]
    public async Task The_group_policy_ignore_leaves_the_groups_alone()
    {
        using var bench = new Workbench(Options with { AlternateGroup = AlternateGroupPolicy.Ignore });
        var path = bench.Path("film.mp4");
        Mp4Writer.Write(Tracks(English, Japanese), path);
        var changed = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        Assert.Equal((RoomRule.None, 1), (changed.Room, (int)changed.BytesWritten));
    }

    private static AudioOptions Options => new() { Languages = [LanguageTag.Parse("jpn")] };

    private static Mp4File Tracks(params Mp4Track[] audio) => new() { Tracks = [Mp4Track.Video(), .. audio] };
}
