using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>Real files that only another program can give the wanted default track.</summary>
public sealed class RewriteTests
{
    public RewriteTests() => RewriteBench.SkipWithoutTools();

    public static TheoryData<string, string, string> Shapes => new(
        Cases.Keys.SelectMany(shape => Expected(shape).Select(expected => (shape, expected.Tools, expected.Writes))).Select(row => new TheoryDataRow<string, string, string>(row.shape, row.Tools, row.Writes)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Dictionary<string, (string Ending, Action<string> Make)> Cases { get; } = new(StringComparer.Ordinal)
    {
        ["no room"] = (".mkv", path => Rich(path, made => RewriteSpecimens.TakeRoom(made))),
        ["room in front of the track list"] = (".mkv", path => Rich(path, made => RewriteSpecimens.TakeRoom(made, leaveInFront: true))),
        ["the Segment under one CRC-32"] = (".mkv", path => Rich(path, RewriteSpecimens.PutUnderSegmentCrc)),
        ["WebM under one CRC-32"] = (".webm", WebMUnderCrc),
        ["compressed movie"] = (".mov", path => RewriteSpecimens.WriteCompressedMovie(path)),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_file_that_cannot_be_changed_in_place_is_written_anew_with_everything_in_it(string shape, string tools, string writes)
    {
        var (ending, make) = Cases[shape];
        using var bench = new Workbench(Options(tools));
        var path = bench.Path($"film{ending}");
        make(path);
        Assert.NotEqual([1], RealFile.DefaultsByFfprobe(path));
        var before = RewriteJudge.Of(path, writes == "ffmpeg");

        var outcome = await bench.FixAsync(path);

        Assert.True(outcome is AudioFixOutcome.Changed, outcome.Sentence);
        var changed = (AudioFixOutcome.Changed)outcome;
        Assert.Equal(writes, $"{changed.Rewrite!.Tool}".ToLowerInvariant());
        Assert.Contains($"written anew by {writes}, and no original is kept (Audio:KeepOriginal)", outcome.Sentence, StringComparison.Ordinal);
        Assert.Null(changed.UndoId);
        Assert.Equal([1], RealFile.DefaultsByFfprobe(path));
        if (ending != ".mov")
        {
            Assert.Equal([1], RealFile.DefaultsByMkvmerge(path));
        }

        RealFile.AssertPlays(path);
        AssertSame(before, RewriteJudge.Of(path, writes == "ffmpeg"));

        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Equal([Path.GetFileName(path)], bench.Names());
        await bench.AssertNothingPendingAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Exit_code_1_of_mkvpropedit_is_a_warning(int exitCode)
    {
        var runner = new ScriptedRunner();
        runner.Play("mkvpropedit", async (request, cancellationToken) =>
        {
            var ended = await new ArrFunctions.Platform.LinuxProcessRunner(TimeProvider.System).RunAsync(request, cancellationToken);
            return Assert.IsType<ArrFunctions.Platform.ProcessOutcome.Ended>(ended) with { ExitCode = exitCode };
        });
        using var bench = new Workbench(RewriteBench.Options(), processes: runner);
        var path = bench.Path("film.mkv");
        Cases["room in front of the track list"].Make(path);

        Assert.Equal(RewriteTool.Mkvpropedit, Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path)).Rewrite!.Tool);
    }

    [Fact]
    public async Task Where_new_files_are_not_wanted_such_a_file_is_left()
    {
        using var bench = new Workbench(RewriteBench.Options() with { Rewrites = new() { Enabled = false } });
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);

        Assert.Equal(SkipReason.NoRoom, Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path)).Reason);

        await bench.AssertUntouchedAsync(path, before);
    }

    [Fact]
    public async Task A_dry_run_names_the_obstacle_and_writes_nothing()
    {
        using var bench = new Workbench(RewriteBench.Options());
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);

        Assert.Contains("would be written anew, because", Assert.IsType<AudioFixOutcome.Planned>(await bench.PlanAsync(path)).Sentence, StringComparison.Ordinal);

        await bench.AssertUntouchedAsync(path, before);
    }

    /// <summary>Which program writes where which are allowed; MP4 can only be written by ffmpeg.</summary>
    private static IEnumerable<(string Tools, string Writes)> Expected(string shape) => shape switch
    {
        "compressed movie" => [("all", "ffmpeg"), ("ffmpeg", "ffmpeg")],
        "room in front of the track list" => [("all", "mkvpropedit"), ("mkvmerge", "mkvmerge"), ("ffmpeg", "ffmpeg")],
        "the Segment under one CRC-32" or "WebM under one CRC-32" => [("all", "mkvmerge"), ("mkvmerge", "mkvmerge"), ("ffmpeg", "ffmpeg")],
        _ => [("all", "mkvmerge"), ("moved", "mkvpropedit"), ("mkvmerge", "mkvmerge"), ("ffmpeg", "ffmpeg")],
    };

    private static AudioOptions Options(string tools)
    {
        var options = RewriteBench.Options();
        return tools switch
        {
            "all" => options,
            "moved" => options with { Rewrites = options.Rewrites with { MovedHeader = MovedHeaderPolicy.Allow } },
            _ => RewriteBench.Options(Enum.Parse<RewriteTool>(tools, ignoreCase: true)),
        };
    }

    private static void AssertSame(RewriteJudge before, RewriteJudge after)
    {
        Assert.Equal(before.Ffprobe, after.Ffprobe);
        Assert.Equal(before.Mkvmerge, after.Mkvmerge);
        Assert.Equal(before.Media, after.Media);
        Assert.Equal(before.Attachments, after.Attachments);
    }

    private static void Rich(string path, Action<string> change)
    {
        RewriteSpecimens.WriteRich(path);
        change(path);
    }

    private static void WebMUnderCrc(string path)
    {
        RewriteSpecimens.WriteWebM(path);
        RewriteSpecimens.PutUnderSegmentCrc(path);
    }
}
