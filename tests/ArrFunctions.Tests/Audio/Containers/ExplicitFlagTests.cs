using ArrFunctions.Audio;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Tests.Witness;

namespace ArrFunctions.Tests.Audio.Containers;

/// <summary><c>Audio:SkipIfCorrect=false</c>: a default flag that is only implied is written out.</summary>
public sealed class ExplicitFlagTests
{
    private static readonly AudioOptions Options = new() { Languages = [LanguageTag.Parse("jpn")], SkipIfCorrect = false };

    private static readonly MatroskaFile Implied = new()
    {
        Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Clear), MatroskaTrack.Audio("jpn", Flag.Absent)],
        VoidAfterTracks = 100,
    };

    [Fact]
    public async Task A_flag_that_is_only_implied_is_written_out_once()
    {
        using var bench = new Workbench(Options);
        var (path, original) = (bench.Path("film.mkv"), bench.Path("original.mkv"));
        MatroskaWriter.Write(Implied, path);
        File.Copy(path, original);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal(1UL, MatroskaWitness.Read(path).AudioEntries[1].Child(MatroskaSchema.FlagDefault)!.Number);
        MatroskaWitness.AssertOnlyDefaultFlagsChanged(original, path);
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Empty(SparseFile.Differences(original, path));
    }

    [Fact]
    public async Task A_right_file_without_room_is_left_as_it_is()
    {
        using var bench = new Workbench(Options);
        var path = bench.Path("film.mkv");
        MatroskaWriter.Write(Implied with { VoidAfterTracks = 0 }, path);

        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
    }

    [Fact]
    public async Task A_right_file_is_left_alone_unless_it_is_asked_for()
    {
        using var bench = new Workbench(Options with { SkipIfCorrect = true });
        var path = bench.Path("film.mkv");
        MatroskaWriter.Write(Implied, path);

        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
    }
}
