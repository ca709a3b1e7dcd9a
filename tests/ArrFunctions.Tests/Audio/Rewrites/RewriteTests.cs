using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>Real files that only another program can give the wanted default track.</summary>
public sealed class RewriteTests : IDisposable
{
    private readonly Workbench bench = new(new AudioOptions { Languages = [LanguageTag.Parse("jpn")] });

    public RewriteTests() => Assert.SkipUnless(
        Tools.Has("ffmpeg") && Tools.Has("mkvmerge"), "ffmpeg and mkvmerge make these files, and are what is tested here.");

    public static TheoryData<string> Shapes => ["noRoom", "segmentCrc", "compressedMovie"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_file_that_cannot_be_changed_in_place_is_written_anew(string shape)
    {
        var path = Write(shape);

        var outcome = await bench.FixAsync(path);

        TestContext.Current.TestOutputHelper!.WriteLine(outcome.Sentence);
        var changed = Assert.IsType<AudioFixOutcome.Changed>(outcome);
        Assert.Equal([1], RealFile.DefaultsByFfprobe(path));
        RealFile.AssertPlays(path);
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.Equal([Path.GetFileName(path)], bench.Names());
        Assert.Null(changed.UndoId);
    }

    public void Dispose() => bench.Dispose();

    private string Write(string shape)
    {
        var path = bench.Path(shape == "compressedMovie" ? "film.mov" : "film.mkv");
        switch (shape)
        {
            case "noRoom":
                RewriteSpecimens.WriteRich(path);
                RewriteSpecimens.TakeRoom(path);
                break;
            case "segmentCrc":
                RewriteSpecimens.WriteRich(path);
                RewriteSpecimens.PutUnderSegmentCrc(path);
                break;
            default:
                RewriteSpecimens.WriteCompressedMovie(path);
                break;
        }

        return path;
    }
}
