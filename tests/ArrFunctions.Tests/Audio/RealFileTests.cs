using ArrFunctions.Audio;
using ArrFunctions.Audio.Containers;
using ArrFunctions.Tests.Shared;
using ArrFunctions.Tests.Witness;

namespace ArrFunctions.Tests.Audio;

/// <summary>Files that ffmpeg and mkvmerge made, judged by ffprobe, mkvmerge and an independent reading.</summary>
public sealed class RealFileTests
{
    private const string NoTools = "This test needs ffmpeg, ffprobe, mkvmerge and mkvpropedit (Debian: ffmpeg, mkvtoolnix).";

    public static TheoryData<string> Shapes => [.. Cases.Keys];

    /// <summary>docs/containers.md shows this table.</summary>
    private static Dictionary<string, (string Ending, Action<string> Make, RoomRule Room)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["ffmpeg MKV, 2 audio tracks"] = (".mkv", path => RealFile.ByFfmpeg(path, 2), RoomRule.SizeCoding),
        ["ffmpeg MKV, 10 audio tracks"] = (".mkv", path => RealFile.ByFfmpeg(path, 10), RoomRule.SizeCoding),
        ["ffmpeg MKV, every track default"] = (".mkv", path => RealFile.ByFfmpeg(path, 3, "-default_mode", "passthrough", "-disposition:a", "default"), RoomRule.SizeCoding),
        ["ffmpeg MKV, no track default"] = (".mkv", path => RealFile.ByFfmpeg(path, 3, "-default_mode", "passthrough", "-disposition:a", "0"), RoomRule.None),
        ["ffmpeg MKV without CRC-32"] = (".mkv", path => RealFile.ByFfmpeg(path, 4, "-write_crc32", "0"), RoomRule.SizeCoding),
        ["ffmpeg MKV written live: Segment and clusters of unknown size"] = (".mkv", path => RealFile.ByFfmpeg(path, 3, "-live", "1"), RoomRule.SizeCoding),
        ["ffmpeg MKV, index reserved at the front"] = (".mkv", path => RealFile.ByFfmpeg(path, 3, "-reserve_index_space", "4000"), RoomRule.SizeCoding),
        ["ffmpeg MKA"] = (".mka", path => RealFile.ByFfmpeg(path, 3, "-vn"), RoomRule.SizeCoding),
        ["ffmpeg WebM"] = (".webm", path => RealFile.ByFfmpeg(path, 3, "-c:v", "libvpx", "-c:a", "libopus"), RoomRule.SizeCoding),
        ["mkvmerge MKV, 2 audio tracks"] = (".mkv", path => RealFile.ByMkvmerge(path, 2), RoomRule.InsideTracks),
        ["mkvmerge MKV, 10 audio tracks"] = (".mkv", path => RealFile.ByMkvmerge(path, 10), RoomRule.InsideTracks),
        ["mkvmerge MKV, two default tracks: no flag at all"] = (
            ".mkv", path => RealFile.ByMkvmerge(path, 2, "--default-track-flag", "1:1", "--default-track-flag", "2:1"), RoomRule.VoidBehindTracks),
        ["mkvmerge MKV, three default tracks: no flag at all"] = (
            ".mkv",
            path => RealFile.ByMkvmerge(path, 3, "--default-track-flag", "1:1", "--default-track-flag", "2:1", "--default-track-flag", "3:1"),
            RoomRule.VoidBehindTracks),
        ["mkvmerge MKV, no default track: every flag written"] = (
            ".mkv", path => RealFile.ByMkvmerge(path, 3, "--default-track-flag", "1:0", "--default-track-flag", "2:0", "--default-track-flag", "3:0"), RoomRule.None),
        ["mkvmerge MKV with long track names"] = (
            ".mkv", path => RealFile.ByMkvmerge(path, 3, "--track-name", $"1:{new string('n', 200)}", "--track-name", "2:Stereo"), RoomRule.InsideTracks),
        ["mkvmerge MKV, then edited by mkvpropedit: Tracks behind the clusters"] = (".mkv", MovedTracks, RoomRule.InsideTracks),
        ["mkvmerge WebM"] = (".webm", WebMByMkvmerge, RoomRule.InsideTracks),
        ["ffmpeg MP4, moov at the end"] = (".mp4", path => RealFile.ByFfmpeg(path, 2), RoomRule.None),
        ["ffmpeg MP4, moov at the front"] = (".mp4", path => RealFile.ByFfmpeg(path, 10, "-movflags", "+faststart"), RoomRule.None),
        ["ffmpeg MP4, fragmented"] = (".mp4", path => RealFile.ByFfmpeg(path, 3, "-movflags", "+frag_keyframe+empty_moov"), RoomRule.None),
        ["ffmpeg MP4, fragmented with default-base-moof"] = (
            ".mp4", path => RealFile.ByFfmpeg(path, 3, "-movflags", "+frag_keyframe+empty_moov+default_base_moof+separate_moof"), RoomRule.None),
        ["ffmpeg MP4, every track enabled"] = (".mp4", path => RealFile.ByFfmpeg(path, 4, "-disposition:a", "default"), RoomRule.AlternateGroup),
        ["ffmpeg MP4 without groups, as other muxers write it"] = (".mp4", WithoutGroups, RoomRule.AlternateGroup),
        ["ffmpeg M4V"] = (".m4v", path => RealFile.ByFfmpeg(path, 3, "-f", "mp4", "-brand", "M4V "), RoomRule.None),
        ["ffmpeg M4A"] = (".m4a", path => RealFile.ByFfmpeg(path, 3, "-vn"), RoomRule.None),
        ["ffmpeg MOV"] = (".mov", path => RealFile.ByFfmpeg(path, 3), RoomRule.None),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_real_file_is_fixed_in_place_and_can_be_taken_back(string shape)
    {
        Assert.SkipUnless(Tools.Has("ffmpeg") && Tools.Has("ffprobe") && Tools.Has("mkvmerge") && Tools.Has("mkvpropedit"), NoTools);
        var (ending, make, room) = Cases[shape];
        using var bench = new Workbench();
        var (path, original) = (bench.Path($"film{ending}"), bench.Path($"original{ending}.bak"));
        make(path);
        File.Copy(path, original);

        var changed = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        AssertOnlyTheWantedTrackIsDefault(path, original, changed.After.Count - 1);
        Assert.Equal(room, changed.Room);

        var after = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.Equal(after, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));

        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(
            await File.ReadAllBytesAsync(original, TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_documented_table_is_the_one_that_is_tested()
    {
        var rows = Cases.Select(shape => $"| {shape.Key} | {Words(shape.Value.Room)} |");
        var documented = Repository.Read("docs/containers.md").Split('\n').Where(line => line.StartsWith("| ffmpeg", StringComparison.Ordinal) || line.StartsWith("| mkvmerge", StringComparison.Ordinal));
        Assert.Equal(rows, documented);
    }

    private static string Words(RoomRule room) => room switch
    {
        RoomRule.None => "none needed",
        RoomRule.SizeCoding => "size coding of the track entry",
        RoomRule.InsideTracks => "inside Tracks",
        RoomRule.VoidBehindTracks => "Void behind Tracks",
        RoomRule.AlternateGroup => "one alternate_group",
        _ => room.ToString(),
    };

    private static void AssertOnlyTheWantedTrackIsDefault(string path, string original, int wanted)
    {
        Assert.Equal([wanted], RealFile.DefaultsByFfprobe(path));
        RealFile.AssertPlays(path);
        if (Path.GetExtension(path) is ".mkv" or ".mka" or ".webm")
        {
            Assert.Equal([wanted], RealFile.DefaultsByMkvmerge(path));
            Assert.Equal([wanted], MatroskaWitness.DefaultAudioTracks(path));
            MatroskaWitness.AssertOnlyDefaultFlagsChanged(original, path);
        }
        else
        {
            Assert.Equal([wanted], Mp4Witness.EnabledAudioTracks(path));
            Mp4Witness.AssertOnlyEnabledAndGroupsChanged(original, path);
        }
    }

    /// <summary>mkvpropedit moves Tracks to the end of the file when it no longer fits in its place.</summary>
    private static void MovedTracks(string path)
    {
        RealFile.ByMkvmerge(path, 3);
        Tools.Run("mkvpropedit", "-q", path, "--edit", "track:a1", "--set", $"name={new string('n', 3000)}");
    }

    private static void WebMByMkvmerge(string path)
    {
        var source = path + ".source.webm";
        RealFile.ByFfmpeg(source, 2, "-c:v", "libvpx", "-c:a", "libopus");
        Tools.Run("mkvmerge", "-q", "--webm", "-o", path, source);
    }

    private static void WithoutGroups(string path)
    {
        RealFile.ByFfmpeg(path, 3);
        var bytes = File.ReadAllBytes(path);
        foreach (var track in Mp4Witness.Tracks(path))
        {
            bytes.AsSpan((int)track.AlternateGroupOffset, 2).Clear();
        }

        File.WriteAllBytes(path, bytes);
    }
}
