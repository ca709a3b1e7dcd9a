using System.Text.Json;
using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Jobs;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Jobs;

namespace ArrFunctions.Tests.Audio;

/// <summary>Audio jobs on real files, from the ledger to the file and back.</summary>
[Collection(nameof(Instants))]
public sealed class AudioJobTests : IDisposable
{
    private readonly Workbench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AudioOptions Options => new() { Languages = [LanguageTag.Parse("jpn")], Roots = [bench.Media], DryRun = false };

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_dry_run_plans_and_its_plan_is_applied_later()
    {
        var path = bench.AddFilm();
        var before = await File.ReadAllBytesAsync(path, Cancellation);

        var planned = Assert.IsType<JobOutcome.Succeeded>(await RunAsync(JobOf(path), Options with { DryRun = true }));

        Assert.Equal((JobResult.Planned, null), (planned.Result, planned.UndoId));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        var changed = Assert.IsType<JobOutcome.Succeeded>(await RunAsync(JobOf(path)));
        Assert.Equal(JobResult.Changed, changed.Result);
        Assert.NotNull(changed.UndoId);
        Assert.Equal(JobResult.AlreadyCorrect, Assert.IsType<JobOutcome.Succeeded>(await RunAsync(JobOf(path, number: 2))).Result);
    }

    [Fact]
    public async Task A_person_who_names_the_file_wins_over_the_dry_run_of_the_host()
    {
        var job = JobOf(bench.AddFilm(), new AudioJobInput(OriginalLanguage: null, IsNamedByPerson: true, Apply: true));

        Assert.Equal(JobResult.Changed, Assert.IsType<JobOutcome.Succeeded>(await RunAsync(job, Options with { DryRun = true })).Result);
    }

    [Fact]
    public async Task The_original_language_that_the_job_was_told_comes_first()
    {
        var job = JobOf(bench.AddFilm(), new AudioJobInput("English"));

        Assert.Equal(JobResult.AlreadyCorrect, Assert.IsType<JobOutcome.Succeeded>(await RunAsync(job)).Result);
    }

    [Fact]
    public async Task The_ledger_gets_the_tracks_before_and_after()
    {
        var outcome = await RunAsync(JobOf(bench.AddFilm()));

        var detail = outcome.Detail!.Value;
        Assert.Equal(2, detail.GetProperty("chosen").GetInt32());
        Assert.Equal([true, false], Defaults(detail.GetProperty("before")));
        Assert.Equal([false, true], Defaults(detail.GetProperty("after")));

        static IEnumerable<bool> Defaults(JsonElement tracks) => tracks.EnumerateArray().Select(track => track.GetProperty("default").GetBoolean());
    }

    [Fact]
    public async Task A_file_whose_titles_the_ledger_has_no_room_for_is_fixed_all_the_same()
    {
        var path = bench.Path("long.mkv");
        MatroskaWriter.Write(
            new() { Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Set) with { Name = new('x', 400_000) }, MatroskaTrack.Audio("jpn", Flag.Clear)] }, path);
        using var jobs = new JobBench((job, token) => NewJob(Options).RunAsync(job, new Progress<double>(), token));
        await jobs.SubmitAsync(JobBench.Wanted(path: path));

        await jobs.PumpAsync();

        Assert.Equal((JobStatus.Succeeded, JobResult.Changed, null), await jobs.FindAsync() is var job ? (job.Status, job.Result, job.Detail) : default);
    }

    [Fact]
    public async Task A_hardlinked_file_waits()
    {
        var path = bench.AddFilm();
        Tools.Run("ln", path, bench.Path("seeding.mkv"));

        Assert.Equal(WaitReason.Hardlinked, Assert.IsType<JobOutcome.Waiting>(await RunAsync(JobOf(path))).Why);
    }

    [Theory]
    [InlineData(null, "there is no file at {0}. If sonarr sees it there and this program does not, set Servarr__PathMappings")]
    [InlineData("/tv/missing.mkv", "there is no file at {0}, which is where the path mappings put /tv/missing.mkv. If it does not come, look at Servarr__PathMappings")]
    public async Task A_missing_file_waits_and_the_reason_names_the_mapping(string? remotePath, string expected)
    {
        var path = bench.Path("missing.mkv");

        var waiting = Assert.IsType<JobOutcome.Waiting>(await RunAsync(JobOf(path) with { RemotePath = remotePath }, mapping: new("/tv", bench.Media, Instance: null)));

        Assert.Equal((WaitReason.NotVisible, expected.Replace("{0}", path, StringComparison.Ordinal)), (waiting.Why, waiting.Reason));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("/films/film.mkv")]
    public async Task A_job_from_before_its_mapping_finds_its_file_when_it_is_looked_at_again(string? remotePath)
    {
        bench.AddFilm();
        var job = JobOf(remotePath is null ? "/films/film.mkv" : "/mapped/wrongly/film.mkv") with { RemotePath = remotePath };

        Assert.Equal(JobResult.Changed, Assert.IsType<JobOutcome.Succeeded>(await RunAsync(job, mapping: new("/films", bench.Media, Instance: null))).Result);
    }

    [Fact]
    public async Task A_file_outside_the_roots_is_skipped_also_where_a_link_leads_out()
    {
        using var outside = new Workbench();
        var path = outside.AddFilm();
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        File.CreateSymbolicLink(bench.Path("link.mkv"), path);
        Directory.CreateSymbolicLink(bench.Path("season"), outside.Media);

        foreach (var name in new[] { path, bench.Path("link.mkv"), bench.Path("season/film.mkv"), bench.Path(Path.GetRelativePath(bench.Media, path)) })
        {
            Assert.Equal("outsideRoots", Assert.IsType<JobOutcome.Skipped>(await RunAsync(JobOf(name))).Code);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Fact]
    public async Task Without_roots_nothing_is_touched()
    {
        var skipped = Assert.IsType<JobOutcome.Skipped>(await RunAsync(JobOf(bench.AddFilm()), Options with { Roots = [] }));

        Assert.Equal("noRoots", skipped.Code);
        Assert.Contains("Audio__Roots", skipped.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_fails()
    {
        var path = bench.AddFilm();
        await using (var file = File.OpenWrite(path))
        {
            file.SetLength(file.Length / 2);
        }

        Assert.Equal("damaged", Assert.IsType<JobOutcome.Failed>(await RunAsync(JobOf(path))).Code);
    }

    [Fact]
    public async Task A_file_whose_fix_a_person_took_back_is_left_alone_until_a_person_names_it()
    {
        var path = bench.AddFilm();
        await RunAsync(JobOf(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));

        Assert.Equal("handsOff", Assert.IsType<JobOutcome.Skipped>(await RunAsync(JobOf(path, number: 2))).Code);
        Assert.Equal("handsOff", Assert.IsType<JobOutcome.Skipped>(await RunAsync(JobOf(path) with { Attempts = 2 })).Code);
        Assert.IsType<JobOutcome.Succeeded>(await RunAsync(JobOf(path, new AudioJobInput(OriginalLanguage: null, IsNamedByPerson: true))));
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer)]
    [InlineData(HardlinkPolicy.Copy)]
    public async Task A_job_that_was_cut_off_behind_its_change_tells_it_when_it_is_run_again(HardlinkPolicy policy)
    {
        var path = bench.AddFilm();
        if (policy is HardlinkPolicy.Copy)
        {
            Tools.Run("ln", path, bench.Path("seeding.mkv"));
        }

        var options = Options with { HardlinkPolicy = policy };
        using var jobs = new JobBench((job, token) => NewJob(options).RunAsync(job, new Progress<double>(), token));
        await jobs.SubmitAsync(JobBench.Wanted(path: path));

        var worked = await Instants.RunAsync("finished", () => throw new InvalidOperationException("cut off"), () => jobs.PumpAsync());
        Assert.Equal((1, JobStatus.Queued), (worked, (await jobs.FindAsync()).Status));
        jobs.Clock.Advance(TimeSpan.FromMinutes(1));
        await jobs.PumpAsync();

        var job = await jobs.FindAsync();
        Assert.Equal((JobStatus.Succeeded, JobResult.Changed, 2), (job.Status, job.Result, job.Attempts));
        Assert.Equal("job.succeeded", await jobs.EventNamesAsync());
        var record = await bench.Records.FindAsync(job.UndoId!, Cancellation);
        Assert.Equal(job.Id, record!.JobId);
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(job.UndoId!));
    }

    [Fact]
    public async Task Another_job_does_not_take_a_change_for_its_own()
    {
        var path = bench.AddFilm();
        await RunAsync(JobOf(path));

        var other = Assert.IsType<JobOutcome.Succeeded>(await RunAsync(JobOf(path, number: 2) with { Attempts = 2 }));

        Assert.Equal((JobResult.AlreadyCorrect, null), (other.Result, other.UndoId));
    }

    private static Job JobOf(string path, AudioJobInput? input = null, int number = 1) => JobChange.Create(
        JobBench.Wanted(number, path: path) with { Input = input is null ? null : JsonSerializer.SerializeToElement(input, AudioJobJson.Default.AudioJobInput) },
        DateTimeOffset.UnixEpoch) with { Attempts = 1 };

    private AudioJob NewJob(AudioOptions options, PathMapping? mapping = null) => bench.JobWith(options, mapping);

    private Task<JobOutcome> RunAsync(Job job, AudioOptions? options = null, PathMapping? mapping = null) => NewJob(options ?? Options, mapping).RunAsync(job, new Progress<double>(), Cancellation);
}
