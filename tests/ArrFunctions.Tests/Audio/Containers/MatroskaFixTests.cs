using ArrFunctions.Audio;
using ArrFunctions.Audio.Containers;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Tests.Witness;

namespace ArrFunctions.Tests.Audio.Containers;

/// <summary>Which room each shape of a track list offers, and that nothing but the flags changes.</summary>
public sealed class MatroskaFixTests
{
    private static readonly MatroskaTrack Japanese = MatroskaTrack.Audio("jpn");
    private static readonly MatroskaTrack English = MatroskaTrack.Audio("eng");

    public static TheoryData<string> Shapes => [.. Cases.Keys];

    /// <summary>Japanese is wanted; each file has it as the second or a later audio track.</summary>
    private static Dictionary<string, (MatroskaFile File, RoomRule Room)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["both flags written"] = (Tracks(English with { FlagDefault = Flag.Set }, Japanese with { FlagDefault = Flag.Clear }), RoomRule.None),
        ["flag in eight bytes"] = (Tracks(English with { FlagDefault = Flag.Of(1, octets: 8) }, Japanese with { FlagDefault = Flag.Of(0, octets: 3) }), RoomRule.None),
        ["flag of length zero with a long size coding"] = (Tracks(English with { FlagDefault = Flag.Of(0, octets: 1) }, Japanese, English with { FlagDefault = Flag.Set }), RoomRule.None),
        ["absent flag, long size coding of the entry"] = (Tracks(English with { SizeLength = 8 }, Japanese), RoomRule.SizeCoding),
        ["absent flag, size coding exactly three bytes too long"] = (Tracks(English with { SizeLength = 4 }, Japanese), RoomRule.SizeCoding),
        ["absent flag, long size coding, CRC-32 in the entry"] = (Tracks(English with { SizeLength = 8, Crc32 = true }, Japanese), RoomRule.SizeCoding),
        ["absent flag, redundant FlagEnabled"] = (Tracks(English with { FlagEnabled = Flag.Set }, Japanese), RoomRule.InsideTracks),
        ["absent flag, redundant FlagLacing"] = (Tracks(English with { FlagLacing = Flag.Set }, Japanese), RoomRule.InsideTracks),
        ["absent flag, redundant FlagDefault of the chosen track"] = (Tracks(English, Japanese with { FlagDefault = Flag.Set }), RoomRule.InsideTracks),
        ["absent flag, redundant FlagDefault of the video track"] = (
            new MatroskaFile { Tracks = [MatroskaTrack.Video() with { FlagDefault = Flag.Set }, English, Japanese] }, RoomRule.InsideTracks),
        ["absent flag, Void in the entry"] = (Tracks(English with { VoidLength = 10 }, Japanese), RoomRule.InsideTracks),
        ["absent flag, Void in the entry of exactly three bytes"] = (Tracks(English with { VoidLength = 3 }, Japanese), RoomRule.InsideTracks),
        ["absent flag, Void in the entry that would leave one byte"] = (Tracks(English with { VoidLength = 4 }, Japanese), RoomRule.InsideTracks),
        ["absent flag, Void in Tracks"] = (Tracks(English, Japanese) with { VoidInTracks = 50 }, RoomRule.InsideTracks),
        ["absent flag, long size coding of Tracks"] = (Tracks(English, Japanese) with { TracksSizeLength = 8 }, RoomRule.InsideTracks),
        ["two absent flags, Void behind Tracks"] = (Tracks(English, English, Japanese) with { VoidAfterTracks = 100 }, RoomRule.VoidBehindTracks),
        ["Void behind Tracks of exactly three bytes"] = (Tracks(English, Japanese) with { VoidAfterTracks = 3 }, RoomRule.VoidBehindTracks),
        ["Void behind Tracks that would leave one byte"] = (Tracks(English, Japanese) with { VoidAfterTracks = 4 }, RoomRule.VoidBehindTracks),
        ["Void behind Tracks that leaves two bytes"] = (Tracks(English, Japanese) with { VoidAfterTracks = 5 }, RoomRule.VoidBehindTracks),
        ["Void behind Tracks with an eight byte size coding"] = (
            Tracks(English, Japanese) with { VoidAfterTracks = 12, VoidAfterTracksSizeLength = 8 }, RoomRule.VoidBehindTracks),
        ["Void behind Tracks larger than is ever read"] = (Tracks(English, Japanese) with { VoidAfterTracks = 1_000_000 }, RoomRule.VoidBehindTracks),
        ["redundant flag and Void behind Tracks together"] = (
            Tracks(English, English with { FlagLacing = Flag.Set }, Japanese) with { VoidAfterTracks = 20 }, RoomRule.InsideTracks | RoomRule.VoidBehindTracks),
        ["empty flag, Void behind Tracks"] = (Tracks(English with { FlagDefault = Flag.Empty }, Japanese) with { VoidAfterTracks = 20 }, RoomRule.VoidBehindTracks),
        ["empty flag, redundant flag leaves two bytes"] = (Tracks(English with { FlagDefault = Flag.Empty, FlagEnabled = Flag.Set }, Japanese), RoomRule.InsideTracks),
        ["empty flag, long size coding of the entry"] = (Tracks(English with { FlagDefault = Flag.Empty, SizeLength = 2 }, Japanese), RoomRule.SizeCoding),
        ["CRC-32 in Tracks and in every entry"] = (
            Tracks(English with { Crc32 = true }, Japanese with { Crc32 = true }) with { TracksCrc32 = true, VoidAfterTracks = 30 }, RoomRule.VoidBehindTracks),
        ["CRC-32 in Tracks, flags written"] = (
            Tracks(English with { FlagDefault = Flag.Set }, Japanese with { FlagDefault = Flag.Clear }) with { TracksCrc32 = true }, RoomRule.None),
        ["Tracks grows over the end of its size coding"] = (
            Tracks(English with { Name = new string('n', 20) }, Japanese) with { VoidAfterTracks = 9 }, RoomRule.VoidBehindTracks),
        ["Tracks at the end"] = (Tracks(English with { SizeLength = 8 }, Japanese) with { TracksAtEnd = true }, RoomRule.SizeCoding),
        ["Tracks at the end, SeekHead in two steps"] = (
            Tracks(English with { SizeLength = 8 }, Japanese) with { TracksAtEnd = true, SeekHead = SeekHeadLayout.Chained }, RoomRule.SizeCoding),
        ["Tracks at the end, no SeekHead"] = (
            Tracks(English with { SizeLength = 8 }, Japanese) with { TracksAtEnd = true, SeekHead = SeekHeadLayout.None }, RoomRule.SizeCoding),
        ["Tracks at the end, no SeekHead, clusters of unknown size"] = (
            Tracks(English with { SizeLength = 8 }, Japanese) with { TracksAtEnd = true, SeekHead = SeekHeadLayout.None, UnknownSizeClusters = true }, RoomRule.SizeCoding),
        ["Segment and clusters of unknown size"] = (
            Tracks(English with { SizeLength = 8 }, Japanese) with { UnknownSizeSegment = true, UnknownSizeClusters = true }, RoomRule.SizeCoding),
        ["WebM"] = (Tracks(English with { SizeLength = 8 }, Japanese) with { DocType = "webm" }, RoomRule.SizeCoding),
        ["sparse file over 4 GiB"] = (Tracks(English with { SizeLength = 8 }, Japanese) with { TotalSize = 5L << 30 }, RoomRule.SizeCoding),
        ["sparse file over 4 GiB, Tracks at the end"] = (
            Tracks(English with { SizeLength = 8 }, Japanese) with { TotalSize = 5L << 30, TracksAtEnd = true }, RoomRule.SizeCoding),
        ["large CodecPrivate"] = (Tracks(English with { SizeLength = 8, CodecPrivateLength = 20_000 }, Japanese), RoomRule.SizeCoding),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_wanted_track_becomes_the_only_default_one_in_place(string shape)
    {
        using var bench = new Workbench();
        var (file, room) = Cases[shape];
        var (path, original) = (bench.Path("film.mkv"), bench.Path("original.bak"));
        MatroskaWriter.Write(file, path);
        MatroskaWriter.Write(file, original);

        var changed = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal(room, changed.Room);
        Assert.Equal(["jpn"], changed.After.Where(track => track.IsDefault).Select(track => track.Language.Language));
        MatroskaWitness.AssertOnlyDefaultFlagsChanged(original, path);
        Assert.Equal(changed.After.Where(track => track.IsDefault).Select(track => track.Position), MatroskaWitness.DefaultAudioTracks(path));
        AssertToolsAgree(file, path);
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Empty(SparseFile.Differences(original, path));
    }

    /// <summary>At 127 bytes a size coding needs a second byte; every way to make room is tried on both sides of that.</summary>
    [Fact]
    public async Task Every_length_around_the_end_of_a_size_coding_is_handled()
    {
        using var bench = new Workbench(Workbench.InPlace, parentFolder: Directory.Exists("/dev/shm") ? "/dev/shm" : null);
        int[][] choices = [[.. Enumerable.Range(55, 50)], [0, 2, 3, 4, 5, 6], [0, 8], [0, 2, 3, 4, 5]];
        foreach (var name in choices[0])
        {
            foreach (var voidInTracks in choices[1])
            {
                foreach (var tracksSizeLength in choices[2])
                {
                    foreach (var voidAfterTracks in choices[3])
        {
            var file = new MatroskaFile
            {
                Tracks = [English with { Name = new string('n', name) }, Japanese with { FlagDefault = Flag.Clear }, English with { FlagDefault = Flag.Empty }],
                TracksSizeLength = tracksSizeLength,
                VoidInTracks = voidInTracks,
                VoidAfterTracks = voidAfterTracks,
                Clusters = 1,
            };
            var hasRoom = voidInTracks + voidAfterTracks + tracksSizeLength > 0;
            Assert.True(hasRoom == await FixOrRefuseAsync(bench, file), file.ToString());
        }
                }
            }
        }
    }

    private static async Task<bool> FixOrRefuseAsync(Workbench bench, MatroskaFile file)
    {
        var (path, original) = (bench.Path("film.mkv"), bench.Path("original.bak"));
        MatroskaWriter.Write(file, path);
        File.Copy(path, original, overwrite: true);
        var outcome = await bench.FixAsync(path);
        if (outcome is AudioFixOutcome.Changed)
        {
            MatroskaWitness.AssertOnlyDefaultFlagsChanged(original, path);
        }
        else
        {
            Assert.Equal(await File.ReadAllBytesAsync(original, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        }

        return outcome is AudioFixOutcome.Changed;
    }

    /// <summary>Neither tool finds Tracks behind the clusters without a SeekHead, and mkvmerge reads through every gigabyte of a sparse file.</summary>
    private static void AssertToolsAgree(MatroskaFile file, string path)
    {
        if (file is { TracksAtEnd: true, SeekHead: SeekHeadLayout.None })
        {
            return;
        }

        var defaults = MatroskaWitness.DefaultAudioTracks(path);
        if (Tools.Has("ffprobe"))
        {
            Assert.Equal(defaults, RealFile.DefaultsByFfprobe(path));
        }

        if (Tools.Has("mkvmerge") && (file.TotalSize is null || TestSettings.IsThorough))
        {
            Assert.Equal(defaults, RealFile.DefaultsByMkvmerge(path));
        }
    }

    private static MatroskaFile Tracks(params MatroskaTrack[] audio) => new() { Tracks = [MatroskaTrack.Video(), .. audio] };
}
