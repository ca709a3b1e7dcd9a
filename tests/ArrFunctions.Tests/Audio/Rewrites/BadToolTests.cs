using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Jobs;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>Programs that write something wrong, nothing, or never end: the original is never touched.</summary>
public sealed class BadToolTests
{
    public BadToolTests() => RewriteBench.SkipWithoutTools();

    public static TheoryData<string> Bad => [.. BadTools.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Dictionary<string, (Func<ScriptedRunner, ScriptedRunner> Script, string Sentence)> BadTools { get; } = new(StringComparer.Ordinal)
    {
        ["half a file"] = (runner => runner.Spoil("mkvmerge", target => Cut(target, 0.5)), "the new file is not whole"),
        ["the last bytes are missing"] = (runner => runner.Spoil("mkvmerge", target => Cut(target, 0.98)), "the new file is not whole"),
        ["nothing"] = (runner => runner.Write("mkvmerge", _ => { }), "the new file is not whole: the file is empty"),
        ["junk"] = (runner => runner.Write("mkvmerge", target => File.WriteAllBytes(target, [.. Enumerable.Range(0, 100_000).Select(n => (byte)(n * 7))])), "the new file is not whole"),
        ["junk behind the headers"] = (runner => runner.Spoil("mkvmerge", Scribble), "mkvmerge"),
        ["the old file once more"] = (runner => runner.Play("mkvmerge", CopySource), "does not show the wanted default track"),
        ["another default track"] = (runner => runner.Add("mkvmerge", "--default-track-flag", "1:1"), "does not show the wanted default track"),
        ["a stream less"] = (runner => runner.Add("mkvmerge", "--no-subtitles"), "streams and the old one"),
        ["an audio track less"] = (runner => runner.Add("mkvmerge", "--audio-tracks", "1,2"), "does not show the wanted default track"),
        ["no attachment"] = (runner => runner.Add("mkvmerge", "--no-attachments"), "streams and the old one"),
        ["no chapters"] = (runner => runner.Add("mkvmerge", "--no-chapters"), "has other chapters"),
        ["no tags"] = (runner => runner.Add("mkvmerge", "--no-global-tags"), "has lost the tag 'DIRECTOR'"),
        ["another title"] = (runner => runner.Add("mkvmerge", "--title", "Another film"), "has lost the tag 'title'"),
        ["another track name"] = (runner => runner.Add("mkvmerge", "--track-name", "2:Japanese"), "stream 2 of the new file has lost the tag 'title'"),
        ["another language"] = (runner => runner.Add("mkvmerge", "--language", "4:fre"), "a track has another language"),
        ["no forced flag"] = (runner => runner.Add("mkvmerge", "--forced-display-flag", "4:0"), "another 'forced' flag"),
        ["no commentary flag"] = (runner => runner.Add("mkvmerge", "--commentary-flag", "3:0"), "another 'comment' flag"),
        ["no flag of the original"] = (runner => runner.Add("mkvmerge", "--original-flag", "2:0"), "another 'original' flag"),
        ["a default subtitle"] = (runner => runner.Add("mkvmerge", "--default-track-flag", "4:1"), "another 'default' flag"),
        ["another order"] = (runner => runner.Add("mkvmerge", "--track-order", "0:0,0:2,0:1,0:3,0:4"), "does not show the wanted default track"),
        ["another aspect ratio"] = (runner => runner.Add("mkvmerge", "--aspect-ratio", "0:16/9"), "has lost its 'sample_aspect_ratio'"),
        ["another codec"] = (runner => runner.Play("mkvmerge", (request, token) => ByFfmpegAsync(request, ["-c:a", "eac3", "-b:a", "192k"], token)), "stream 1 is audio eac3"),
        ["a shorter film"] = (runner => runner.Play("mkvmerge", (request, token) => ByFfmpegAsync(request, ["-t", "1"], token)), "mkvmerge: the new file"),
        ["an error"] = (runner => runner.Play("mkvmerge", new ProcessOutcome.Ended(2, "", "Error: it broke\n")), "mkvmerge ended with 2: Error: it broke"),
        ["a signal"] = (runner => runner.Play("mkvmerge", new ProcessOutcome.Ended(139, "", "")), "mkvmerge ended with 139"),
        ["no such program"] = (runner => runner.Play("mkvmerge", new ProcessOutcome.Missing()), "mkvmerge is not installed"),
        ["no end"] = (runner => runner.Play("mkvmerge", new ProcessOutcome.TimedOut(TimeSpan.FromHours(6))), "mkvmerge was stopped after 06:00:00 (Audio:Fallback:Timeout)"),
        ["no ffprobe"] = (runner => runner.Play("ffprobe", new ProcessOutcome.Missing()), "ffprobe is not installed, and without ffprobe"),
        ["an ffprobe that says nothing"] = (runner => runner.Play("ffprobe", new ProcessOutcome.Ended(0, "", "")), "ffprobe answered something that is not understood"),
        ["an ffprobe that says something else"] = (runner => runner.Play("ffprobe", new ProcessOutcome.Ended(0, "[1]", "")), "ffprobe answered something that is not understood"),
        ["an ffprobe that names odd things"] = (
            runner => runner.Play("ffprobe", new ProcessOutcome.Ended(0, """{"streams":7,"format":{"tags":[]}}""", "")), "ffprobe answered something that is not understood"),
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_a_bad_program_wrote_never_takes_the_place(string kind)
    {
        var (script, sentence) = BadTools[kind];
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge), processes: script(new ScriptedRunner()));
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);

        var skipped = Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path));

        Assert.Equal(SkipReason.NoRoom, skipped.Reason);
        Assert.Contains(sentence, skipped.Sentence, StringComparison.Ordinal);
        await bench.AssertUntouchedAsync(path, before);
    }

    [Fact]
    public async Task The_next_program_is_tried_and_starts_with_an_empty_file()
    {
        var runner = new ScriptedRunner().Play("mkvpropedit", new ProcessOutcome.Ended(2, "Error: no\n", "")).Spoil("mkvmerge", target => File.AppendAllText(target, new string('x', 3_000_000)));
        using var bench = new Workbench(RewriteBench.Options(Enum.GetValues<RewriteTool>()), processes: runner);

        var changed = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(bench.AddNoRoom()));

        Assert.Equal(RewriteTool.Ffmpeg, changed.Rewrite!.Tool);
        Assert.InRange(changed.Rewrite.NewSize, 1, 2_000_000);
        Assert.Equal(["mkvpropedit", "mkvmerge", "ffmpeg"], runner.Programs.Where(program => program != "ffprobe").Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("mkvpropedit")]
    [InlineData("mkvmerge")]
    [InlineData("ffmpeg")]
    public async Task A_full_disk_in_the_words_of_a_program_makes_the_file_wait(string program)
    {
        var runner = new ScriptedRunner().Play(program, new ProcessOutcome.Ended(program == "ffmpeg" ? 0 : 2, "", "av_interleaved_write_frame(): No space left on device\n"));
        using var bench = new Workbench(RewriteBench.Options(Enum.Parse<RewriteTool>(program, ignoreCase: true)), processes: runner);
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);

        Assert.Equal(WaitReason.NoSpace, Assert.IsType<AudioFixOutcome.Waiting>(await bench.FixAsync(path)).Reason);

        await bench.AssertUntouchedAsync(path, before);
    }

    [Fact]
    public async Task A_program_that_hangs_is_cancelled_and_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var runner = new ScriptedRunner().Play("mkvmerge", async (request, token) =>
        {
            await File.WriteAllTextAsync(ScriptedRunner.TargetOf(request), "begun", token);
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return new ProcessOutcome.Missing();
        });
        using var bench = new Workbench(RewriteBench.Keeping(TimeSpan.FromDays(1)), processes: runner);
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.FixUntilAsync(path, stop.Token));

        await bench.AssertUntouchedAsync(path, before);
    }

    [Fact]
    public async Task An_unexpected_fault_leaves_nothing_either()
    {
        var runner = new ScriptedRunner().Play("mkvmerge", (_, _) => throw new InvalidOperationException("so odd"));
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge), processes: runner);
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.FixAsync(path));

        await bench.AssertUntouchedAsync(path, before);
    }

    [Fact]
    public async Task A_program_that_loses_the_region_of_a_language_is_refused()
    {
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Ffmpeg));
        using var better = new Workbench(RewriteBench.Options(RewriteTool.Ffmpeg, RewriteTool.Mkvmerge));
        var (path, other) = (bench.Path("film.mkv"), better.Path("film.mkv"));
        RewriteSpecimens.WriteRich(other);
        Tools.Run("mkvmerge", "-q", "-o", path, "--language", "4:pt-BR", other);
        RewriteSpecimens.PutUnderSegmentCrc(path);
        File.Copy(path, other, overwrite: true);

        Assert.Contains("ffmpeg: a track has another language in the new file", Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path)).Sentence, StringComparison.Ordinal);
        Assert.Equal(RewriteTool.Mkvmerge, Assert.IsType<AudioFixOutcome.Changed>(await better.FixAsync(other)).Rewrite!.Tool);
    }

    [Fact]
    public async Task A_header_that_would_move_behind_the_media_is_refused_and_may_be_allowed()
    {
        var options = RewriteBench.Options(RewriteTool.Mkvpropedit);
        using var bench = new Workbench(options with { Rewrites = options.Rewrites with { MovedHeader = MovedHeaderPolicy.Refuse } });
        var path = bench.AddNoRoom();
        Assert.Contains("Audio:Fallback:MovedHeader", Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path)).Sentence, StringComparison.Ordinal);

        using var allowing = new Workbench(options);
        Assert.IsType<AudioFixOutcome.Changed>(await allowing.FixAsync(allowing.AddNoRoom()));
    }

    [Fact]
    public async Task No_copy_is_made_for_a_program_whose_result_is_known_to_be_refused()
    {
        var runner = new ScriptedRunner();
        using var bench = new Workbench(RewriteBench.Options(), processes: runner);

        Assert.Equal(RewriteTool.Mkvmerge, Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(bench.AddNoRoom())).Rewrite!.Tool);

        Assert.DoesNotContain("mkvpropedit", runner.Programs);
    }

    [Fact]
    public async Task A_file_that_would_grow_too_much_is_refused()
    {
        var options = RewriteBench.Options(RewriteTool.Mkvpropedit);
        using var bench = new Workbench(options with { Rewrites = options.Rewrites with { MovedHeader = MovedHeaderPolicy.Allow, MaxGrowth = 10 } });
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);

        var skipped = Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path));

        Assert.Matches(@"would make the file \d+ bytes longer \(Audio:Fallback:MaxGrowth\)", skipped.Sentence);
        await bench.AssertUntouchedAsync(path, before);
    }

    private static void Cut(string target, double part)
    {
        using var file = File.OpenWrite(target);
        file.SetLength((long)(file.Length * part));
    }

    /// <summary>From the middle of the media to the end.</summary>
    private static void Scribble(string target)
    {
        using var file = File.OpenWrite(target);
        file.Position = file.Length / 2;
        file.Write([.. Enumerable.Repeat((byte)0xA5, (int)(file.Length / 2))]);
    }

    private static async Task<ProcessOutcome> CopySource(ProcessRequest request, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(ScriptedRunner.TargetOf(request), await File.ReadAllBytesAsync(request.Arguments[^1], cancellationToken), cancellationToken);
        return new ProcessOutcome.Ended(0, "", "");
    }

    private static async Task<ProcessOutcome> ByFfmpegAsync(ProcessRequest request, string[] options, CancellationToken cancellationToken) =>
        await new LinuxProcessRunner(TimeProvider.System).RunAsync(
            new(
                "ffmpeg",
                ["-v", "error", "-i", request.Arguments[^1], "-map", "0", "-c", "copy", "-disposition:a", "0", "-disposition:a:1", "default+original", "-default_mode", "passthrough",
                .. options, "-f", "matroska", "-y", ScriptedRunner.TargetOf(request)],
                TimeSpan.FromMinutes(1)),
            cancellationToken);
}
