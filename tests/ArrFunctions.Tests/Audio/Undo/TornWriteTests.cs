using ArrFunctions.Audio;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Mp4;

namespace ArrFunctions.Tests.Audio.Undo;

/// <summary>A machine that loses its power writes some sectors and not others; whichever, the next start makes the file whole.</summary>
public sealed class TornWriteTests
{
    private const int Sector = 512;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Shapes => [.. Films.Keys];

    private static Dictionary<string, Action<string>> Films { get; } = new(StringComparer.Ordinal)
    {
        ["a run of one sector"] = Matroska(MatroskaTrack.Audio("eng", Flag.Set), MatroskaTrack.Audio("jpn", Flag.Clear)),
        ["several runs that cross sectors"] = Matroska(
            Private("eng", Flag.Set, 700), Private("eng", Flag.Set, 200), Private("fre", Flag.Set, 1500), Private("jpn", Flag.Clear, 90)),
        ["one run of many sectors"] = Matroska(
            Random("eng", 5000), Random("fre", 300), Random("jpn", 3000)),
        ["MP4: groups, enable, disable"] = path => Mp4Writer.Write(
            new Mp4File { Tracks = [Mp4Track.Video(), Mp4Track.Audio("eng"), Mp4Track.Audio("fre"), Mp4Track.Audio("jpn", enabled: false)] }, path),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_prefix_of_the_runs_becomes_the_whole_change(string shape)
    {
        using var bench = new TornBench(Films[shape]);
        for (var written = 0; written <= bench.Runs.Count; written++)
        {
            await bench.RecoversAsync((run, _) => run < written);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_single_sector_becomes_the_whole_change(string shape)
    {
        using var bench = new TornBench(Films[shape]);
        foreach (var wanted in bench.Sectors)
        {
            await bench.RecoversAsync((run, sector) => (run, sector) == wanted);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Any_mix_of_sectors_becomes_the_whole_change(string shape)
    {
        var random = new Random(TestSettings.Seed);
        using var bench = new TornBench(Films[shape]);
        for (var round = 0; round < 100; round++)
        {
            var written = bench.Sectors.Where(_ => random.Next(2) == 0).ToHashSet();
            await bench.RecoversAsync((run, sector) => written.Contains((run, sector)));
        }
    }

    [Fact]
    public void The_shapes_have_a_run_over_a_sector_border_and_a_run_of_many_sectors()
    {
        using var several = new TornBench(Films["several runs that cross sectors"]);
        using var many = new TornBench(Films["one run of many sectors"]);
        Assert.True(several.Runs.Count >= 4);
        Assert.Contains(several.Runs.Concat(many.Runs), run => run.Offset / Sector != (run.End - 1) / Sector);
        Assert.Contains(many.Runs, run => run.Before.Length > 8 * Sector);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_foreign_byte_in_a_run_leaves_the_file_and_tells_a_person(string shape)
    {
        using var bench = new TornBench(Films[shape]);
        foreach (var (run, sector) in bench.Sectors)
        {
            var torn = bench.Torn((otherRun, _) => otherRun < run);
            var place = Math.Max(bench.Runs[run].Offset, sector * Sector);
            torn[place] = Neither(bench.Before[place], bench.After[place]);
            await bench.StandsForeignAsync(torn);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_file_of_another_length_is_another_file_and_untouched(int more)
    {
        using var bench = new TornBench(Films["several runs that cross sectors"]);
        var torn = bench.Torn((run, _) => run == 0);
        Array.Resize(ref torn, torn.Length + more);
        var record = await bench.BeginAsync(torn);

        Assert.Empty(await bench.RecoverAsync());

        Assert.Equal(torn, await File.ReadAllBytesAsync(bench.Path, Cancellation));
        Assert.Equal(UndoStatus.Pending, (await bench.FindAsync(record)).Status);
    }

    [Fact]
    public async Task Another_file_at_the_path_is_untouched_and_the_record_waits_for_its_own()
    {
        using var bench = new TornBench(Films["a run of one sector"]);
        var record = await bench.BeginAsync(bench.Torn((run, _) => run == 0));
        var moved = bench.Path + ".moved";
        File.Move(bench.Path, moved);
        await File.WriteAllBytesAsync(bench.Path, bench.Before, Cancellation);

        for (var start = 0; start < 3; start++)
        {
            Assert.Empty(await bench.RecoverAsync());
            Assert.Equal(bench.Before, await File.ReadAllBytesAsync(bench.Path, Cancellation));
            Assert.Equal(UndoStatus.Pending, (await bench.FindAsync(record)).Status);
        }

        Assert.Contains(
            "cut off", Assert.IsType<AudioUndoOutcome.Refused>(await bench.Workbench.UndoAsync(record.Id)).Explanation, StringComparison.Ordinal);
        File.Move(moved, bench.Path, overwrite: true);
        Assert.Empty(await bench.RecoverAsync());
        Assert.Equal(bench.After, await File.ReadAllBytesAsync(bench.Path, Cancellation));
        Assert.Equal(UndoStatus.Done, (await bench.FindAsync(record)).Status);
    }

    [Fact]
    public async Task A_torn_file_that_was_renamed_is_finished_when_it_is_next_named()
    {
        using var bench = new TornBench(Films["several runs that cross sectors"]);
        var record = await bench.BeginAsync(bench.Torn((run, _) => run == 0));
        File.Move(bench.Path, bench.Path + ".mkv");
        Assert.Empty(await bench.RecoverAsync());

        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.Workbench.FixAsync(bench.Path + ".mkv"));

        Assert.Equal(bench.After, await File.ReadAllBytesAsync(bench.Path + ".mkv", Cancellation));
        Assert.Equal(UndoStatus.Done, (await bench.FindAsync(record)).Status);
    }

    private static byte Neither(byte one, byte other) => (byte)Enumerable.Range(0, 3).First(value => value != one && value != other);

    private static Action<string> Matroska(params MatroskaTrack[] audio) => path => MatroskaWriter.Write(
        new MatroskaFile { Tracks = [MatroskaTrack.Video(), .. audio], TracksCrc32 = true, VoidAfterTracks = 100 }, path);

    private static MatroskaTrack Private(string language, Flag isDefault, int length) =>
        MatroskaTrack.Audio(language, isDefault) with { CodecPrivateLength = length };

    /// <summary>No flag, so that one must be inserted and everything behind it moves, and bytes that show it.</summary>
    private static MatroskaTrack Random(string language, int length)
    {
        var noise = new byte[length];
        new Random(TestSettings.Seed).NextBytes(noise);
        return MatroskaTrack.Audio(language) with { Crc32 = true, Extra = [EbmlElement.Binary(0x63A2, noise)] };
    }
}
