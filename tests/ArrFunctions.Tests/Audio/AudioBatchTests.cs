using ArrFunctions.Audio;
using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;

namespace ArrFunctions.Tests.Audio;

/// <summary>Which batches of audio files are taken, and which files belong to them.</summary>
public sealed class AudioBatchTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string root = Directory.CreateTempSubdirectory("batch-").FullName;
    private readonly string media;

    public AudioBatchTests() => media = Directory.CreateDirectory(Path.Combine(root, "media")).FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_folder_inside_the_roots_is_taken_as_it_is_really_called()
    {
        Directory.CreateDirectory(Path.Combine(media, "movies"));

        Assert.Equal(new(media, DryRun: false), Assert.IsType<BatchAcceptance.Accepted>(Ask(media + "/")));
        Assert.Equal(new(Path.Combine(media, "movies"), DryRun: false), Assert.IsType<BatchAcceptance.Accepted>(Ask(media + "/x/../movies//")));
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(false, true, true)]
    [InlineData(true, null, true)]
    [InlineData(true, true, true)]
    [InlineData(false, false, false)]
    public void It_is_a_dry_run_where_the_batch_says_so_or_else_the_setting(bool setting, bool? asked, bool isDryRun) => Assert.Equal(
        isDryRun, Assert.IsType<BatchAcceptance.Accepted>(Ask(media, Options() with { DryRun = setting }, wanted => wanted with { DryRun = asked })).DryRun);

    [Fact]
    public void Changes_are_refused_while_the_setting_says_dry_run() => AssertRefused(
        BatchObjection.Conflict, "dryRun", Ask(media, Options() with { DryRun = true }, wanted => wanted with { DryRun = false }));

    [Theory]
    [InlineData("movies")]
    [InlineData("./movies")]
    [InlineData("")]
    public void A_path_that_does_not_say_where_it_begins_is_refused(string path) => AssertRefused(BatchObjection.Invalid, "relativePath", Ask(path));

    [Fact]
    public void A_path_that_cannot_be_one_is_refused() => AssertRefused(BatchObjection.Invalid, "path", Ask(media + "\0"));

    [Fact]
    public void A_pattern_that_cannot_be_one_is_refused()
    {
        AssertRefused(BatchObjection.Invalid, "pattern", Ask(media, with: wanted => wanted with { Patterns = ["*.mkv", "a**b"] }));
        AssertRefused(BatchObjection.Invalid, "pattern", Ask(media, with: wanted => wanted with { Filters = new() { Exclude = ["/a//b"] } }));
    }

    [Fact]
    public void Without_roots_nothing_is_taken() => AssertRefused(BatchObjection.Conflict, "noRoots", Ask(media, Options() with { Roots = [] }));

    [Fact]
    public void A_folder_that_is_not_there_is_not_found()
    {
        File.WriteAllBytes(Path.Combine(media, "film.mkv"), []);

        AssertRefused(BatchObjection.NotFound, "noSuchFolder", Ask(Path.Combine(media, "nothing")));
        AssertRefused(BatchObjection.NotFound, "noSuchFolder", Ask(Path.Combine(media, "film.mkv")));
    }

    [Fact]
    public void A_folder_outside_the_roots_is_refused_whatever_its_path_looks_like()
    {
        var beside = Directory.CreateDirectory(Path.Combine(root, "media2")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(media, "link"), beside);

        AssertRefused(BatchObjection.Invalid, "outsideRoots", Ask(root));
        AssertRefused(BatchObjection.Invalid, "outsideRoots", Ask(beside));
        AssertRefused(BatchObjection.Invalid, "outsideRoots", Ask($"{beside}/nothing"));
        AssertRefused(BatchObjection.Invalid, "outsideRoots", Ask($"{media}3"));
        AssertRefused(BatchObjection.Invalid, "outsideRoots", Ask(Path.Combine(media, "..")));
        AssertRefused(BatchObjection.Invalid, "outsideRoots", Ask(Path.Combine(media, "link")));
    }

    [Fact]
    public void Smaller_and_older_files_are_left_out()
    {
        Make("small.mkv", size: 99);
        Make("large.mkv", size: 100);
        Make("old.mkv", size: 100, age: TimeSpan.FromDays(3));
        Make("new.mkv", size: 100, age: TimeSpan.FromDays(2));

        Assert.Equal(["large.mkv", "new.mkv", "old.mkv"], Files(new() { MinSize = 100 }));
        Assert.Equal(["large.mkv", "new.mkv", "small.mkv"], Files(new() { MaxAge = TimeSpan.FromDays(2) }));
        Assert.Equal(["large.mkv", "new.mkv", "old.mkv", "small.mkv"], Files(new()));
    }

    [Fact]
    public void An_age_that_begins_before_all_time_leaves_nothing_out()
    {
        Make("film.mkv", age: TimeSpan.FromDays(9000));

        Assert.Equal(["film.mkv"], Files(new() { MaxAge = TimeSpan.FromDays(9_999_999) }));
    }

    [Fact]
    public void One_pattern_has_to_fit_and_no_exclusion()
    {
        Make("a.mkv");
        Make("a.mp4");
        Make("show/a.mkv");
        Make("show/sample-a.mkv");
        Make("show/extra/a.m4v");

        Assert.Equal(["a.mkv", "show/a.mkv", "show/sample-a.mkv"], Files(new(), ["**/*.mkv"]));
        Assert.Equal(["a.mp4", "show/extra/a.m4v"], Files(new(), ["*.mp4", "extra/**"]));
        Assert.Equal(["a.mkv", "a.mp4", "show/a.mkv"], Files(new() { Exclude = ["**/*sample*", "extra/*"] }));
        Assert.Equal(["show/a.mkv"], Files(new() { Exclude = ["*sample*"] }, [$"{media}/show/*"]));
    }

    [Fact]
    public void Without_recursion_a_pattern_for_folders_adds_none()
    {
        Make("a.mkv");
        Make("show/a.mkv");

        Assert.Equal(["a.mkv"], Files(new(), ["**/*.mkv"], isRecursive: false));
        Assert.Empty(Files(new(), ["show/**"], isRecursive: false));
    }

    [Fact]
    public void The_files_behind_one_are_found_alike()
    {
        Make("a.mkv");
        Make("b.mkv");
        Make("c.mkv", size: 7);

        var batch = BatchOf(new(), [], isRecursive: true);
        Assert.Equal([new BatchFile(Path.Combine(media, "c.mkv"), 7)], Planner().Files(batch, Path.Combine(media, "b.mkv"), static _ => { }, TestContext.Current.CancellationToken).ToBlockingEnumerable(TestContext.Current.CancellationToken));
    }

    private AudioOptions Options() => new() { Roots = [media], DryRun = false };

    private BatchPlanner Planner(AudioOptions? options = null) => new AudioBatch(options ?? Options()).Planner;

    private BatchAcceptance Ask(string path, AudioOptions? options = null, Func<NewBatch, NewBatch>? with = null)
    {
        var wanted = new NewBatch { Kind = JobKind.Audio, Path = path };
        return Planner(options).Accept(with?.Invoke(wanted) ?? wanted);
    }

    private static void AssertRefused(BatchObjection why, string code, BatchAcceptance acceptance)
    {
        var refused = Assert.IsType<BatchAcceptance.Refused>(acceptance);
        Assert.Equal((why, code), (refused.Why, refused.Code));
        Assert.EndsWith(".", refused.Reason, StringComparison.Ordinal);
    }

    private List<string> Files(BatchFilters filters, IReadOnlyList<string>? patterns = null, bool isRecursive = true) =>
        [.. Planner().Files(BatchOf(filters, patterns ?? [], isRecursive), null, static _ => { }, TestContext.Current.CancellationToken).ToBlockingEnumerable(TestContext.Current.CancellationToken).Select(file => Path.GetRelativePath(media, file.Path))];

    private Batch BatchOf(BatchFilters filters, IReadOnlyList<string> patterns, bool isRecursive) => new()
    {
        Id = JobId.New(),
        Kind = JobKind.Audio,
        Path = media,
        Recursive = isRecursive,
        Patterns = patterns,
        Filters = filters,
        DryRun = true,
        Lane = Lane.Low,
        Actor = "test",
        Status = BatchStatus.Planning,
        Created = Now,
        Updated = Now,
    };

    private void Make(string name, int size = 1, TimeSpan age = default)
    {
        var path = Path.Combine(media, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[size]);
        File.SetLastWriteTimeUtc(path, (Now - age).UtcDateTime);
    }
}
