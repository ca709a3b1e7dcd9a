using System.Diagnostics;
using ArrFunctions.Audio;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Tests.Audio.Containers;

/// <summary>Headers made to cost time or memory end soon, in a clear outcome.</summary>
public sealed class HostileHeaderTests
{
    private const uint VoidId = 0xEC;
    private const uint TrackOperation = 0xE2;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_track_entry_of_ninety_thousand_elements_is_fixed_soon()
    {
        var extra = Enumerable.Repeat(EbmlElement.Binary(VoidId, []), 90_000).ToList();
        Assert.IsType<AudioFixOutcome.Changed>(await FixSoonAsync(Film(MatroskaTrack.Audio("eng") with { Extra = extra }, MatroskaTrack.Audio("jpn"))));
    }

    [Fact]
    public async Task More_elements_than_any_track_list_has_are_refused()
    {
        var extra = Enumerable.Repeat(EbmlElement.Binary(VoidId, []), 100_001).ToList();
        var outcome = await FixSoonAsync(Film(MatroskaTrack.Audio("eng") with { Extra = extra }, MatroskaTrack.Audio("jpn")));
        Assert.Equal(SkipReason.Unsupported, Assert.IsType<AudioFixOutcome.Skipped>(outcome).Reason);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(20, false)]
    [InlineData(5_000, false)]
    public async Task Elements_nested_too_deep_are_refused(int depth, bool isFixed)
    {
        var nested = EbmlElement.Binary(VoidId, []);
        for (var level = 0; level < depth; level++)
        {
            nested = EbmlElement.Master(TrackOperation, [nested]);
        }

        var file = Film(MatroskaTrack.Audio("eng", Flag.Set) with { Extra = [nested] }, MatroskaTrack.Audio("jpn", Flag.Clear));
        Assert.Equal(isFixed, await FixSoonAsync(file) is AudioFixOutcome.Changed);
    }

    [Theory]
    [InlineData(999, true)]
    [InlineData(1_001, false)]
    public async Task A_thousand_tracks_are_the_most(int audioTracks, bool isFixed)
    {
        MatroskaTrack[] audio = [.. Enumerable.Repeat(MatroskaTrack.Audio("eng") with { SizeLength = 8 }, audioTracks - 1), MatroskaTrack.Audio("jpn")];
        Assert.Equal(isFixed, await FixSoonAsync(new MatroskaFile { Tracks = audio, Clusters = 1 }) is AudioFixOutcome.Changed);
    }

    [Fact]
    public async Task A_thousand_tracks_without_a_flag_are_planned_soon()
    {
        MatroskaTrack[] audio = [.. Enumerable.Repeat(MatroskaTrack.Audio("eng"), 999), MatroskaTrack.Audio("jpn")];
        var file = new MatroskaFile { Tracks = audio, Clusters = 1, VoidAfterTracks = 4000 };
        Assert.IsType<AudioFixOutcome.Changed>(await FixSoonAsync(file));
    }

    [Fact]
    public async Task Headers_larger_than_64_MiB_are_not_read()
    {
        var file = Film(MatroskaTrack.Audio("eng") with { CodecPrivateLength = 65 << 20 }, MatroskaTrack.Audio("jpn"));
        AssertTooLarge(await FixSoonAsync(file));

        using var bench = new Workbench();
        var path = bench.Path("film.mp4");
        var large = Mp4Box.Of("free", new byte[65 << 20]);
        Mp4Writer.Write(new Mp4File { Tracks = [Mp4Track.Audio("eng") with { Extra = [large] }, Mp4Track.Audio("jpn")] }, path);
        AssertTooLarge(await SoonAsync(bench, path));
    }

    [Fact]
    public async Task Track_references_to_everything_are_read_soon()
    {
        var everything = new Mp4Reference("sync", [.. Enumerable.Range(1, 20_000)]);
        var tracks = Enumerable.Repeat(Mp4Track.Chapters() with { References = [everything] }, 100).Prepend(Mp4Track.Audio("jpn")).ToList();
        using var bench = new Workbench();
        var path = bench.Path("film.mp4");
        Mp4Writer.Write(new Mp4File { Tracks = tracks }, path);
        Assert.Equal(SkipReason.NoMatch, Assert.IsType<AudioFixOutcome.Skipped>(await SoonAsync(bench, path)).Reason);
    }

    private static void AssertTooLarge(AudioFixOutcome outcome)
    {
        Assert.Equal(SkipReason.Unsupported, Assert.IsType<AudioFixOutcome.Skipped>(outcome).Reason);
        Assert.Contains("64 MiB", outcome.Sentence, StringComparison.Ordinal);
    }

    private static MatroskaFile Film(params MatroskaTrack[] audio) => new() { Tracks = [MatroskaTrack.Video(), .. audio] };

    private static async Task<AudioFixOutcome> FixSoonAsync(MatroskaFile file)
    {
        using var bench = new Workbench();
        var path = bench.Path("film.mkv");
        MatroskaWriter.Write(file, path);
        return await SoonAsync(bench, path);
    }

    private static async Task<AudioFixOutcome> SoonAsync(Workbench bench, string path)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = await bench.FixAsync(path);
        Assert.True(Stopwatch.GetElapsedTime(started) < Soon, "It took too long.");
        return outcome;
    }
}
