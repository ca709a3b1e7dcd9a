using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Audio;

/// <summary>Symbolic links that lead out of the roots, also ones that appear in the middle of a fix.</summary>
[Collection(nameof(Instants))]
public sealed class AudioFixLinkTests : IDisposable
{
    private readonly Workbench outside = new();
    private readonly string target;
    private readonly byte[] targetBytes;
    private readonly DateTime targetTime;

    public AudioFixLinkTests()
    {
        target = outside.AddFilm();
        targetBytes = File.ReadAllBytes(target);
        targetTime = File.GetLastWriteTimeUtc(target);
    }

    public void Dispose() => outside.Dispose();

    [Fact]
    public async Task A_link_out_of_the_roots_is_refused()
    {
        using var bench = new Workbench();
        File.CreateSymbolicLink(bench.Path("film.mkv"), target);

        Assert.Contains("outside the allowed folders", Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(bench.Path("film.mkv"))).Sentence, StringComparison.Ordinal);
        Assert.Contains("outside the allowed folders", Assert.IsType<AudioFixOutcome.Failed>(await bench.PlanAsync(bench.Path("film.mkv"))).Sentence, StringComparison.Ordinal);
        Assert.Contains("outside the allowed folders", Assert.IsType<AudioUndoOutcome.Refused>(await bench.UndoAsync(bench.Path("film.mkv"))).Explanation, StringComparison.Ordinal);
        OutsideIsUntouched();
    }

    [Fact]
    public async Task A_folder_link_out_of_the_roots_is_refused()
    {
        using var bench = new Workbench();
        Directory.CreateSymbolicLink(bench.Path("season"), outside.Media);
        Assert.Contains("outside the allowed folders", Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(bench.Path("season/film.mkv"))).Sentence, StringComparison.Ordinal);
        OutsideIsUntouched();
    }

    [Fact]
    public async Task A_root_whose_name_another_folder_only_begins_with_does_not_contain_it()
    {
        using var bench = new Workbench();
        Directory.CreateDirectory(bench.Path("films"));
        var path = bench.AddFilm("films-of-others.mkv");
        Assert.Contains("outside", Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(path, root: bench.Path("films"))).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_inside_the_roots_is_followed_and_stays_a_link()
    {
        using var bench = new Workbench();
        var path = bench.AddFilm();
        File.CreateSymbolicLink(bench.Path("link.mkv"), path);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(bench.Path("link.mkv")));

        Assert.Equal(path, new FileInfo(bench.Path("link.mkv")).LinkTarget);
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer)]
    [InlineData(HardlinkPolicy.Copy)]
    public async Task A_link_that_takes_the_name_at_any_instant_never_leads_a_write_outside(HardlinkPolicy policy)
    {
        string? instant = "";
        for (var number = 0; instant is not null; number++)
        {
            using var bench = new Workbench(Options(policy));
            var path = bench.AddFilm();
            if (policy is HardlinkPolicy.Copy)
            {
                Tools.Run("ln", path, bench.Path("seeding.mkv"));
            }

            File.CreateSymbolicLink(bench.Path("link"), target);

            (_, instant) = await Instants.RunAsync(number, () => File.Move(bench.Path("link"), path, overwrite: true), () => bench.FixAsync(path));

            OutsideIsUntouched();
            Assert.Empty(await bench.RecoverAsync());
            Assert.Empty(await bench.PendingAsync());
            OutsideIsUntouched();
        }
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer)]
    [InlineData(HardlinkPolicy.Copy)]
    public async Task A_folder_that_becomes_a_link_at_any_instant_never_leads_a_write_outside(HardlinkPolicy policy)
    {
        string? instant = "";
        for (var number = 0; instant is not null; number++)
        {
            using var bench = new Workbench(Options(policy));
            Directory.CreateDirectory(bench.Path("season"));
            var path = bench.AddFilm("season/film.mkv");
            if (policy is HardlinkPolicy.Copy)
            {
                Tools.Run("ln", path, bench.Path("seeding.mkv"));
            }

            (_, instant) = await Instants.RunAsync(number, Swap, () => bench.FixAsync(path));

            OutsideIsUntouched();
            if (instant is not null)
            {
                Assert.Equal(["film.mkv"], Directory.GetFiles(bench.Path("moved")).Select(Path.GetFileName));
            }

            OutsideIsUntouched();

            void Swap()
            {
                Directory.Move(bench.Path("season"), bench.Path("moved"));
                Directory.CreateSymbolicLink(bench.Path("season"), outside.Media);
            }
        }
    }

    [Theory]
    [InlineData("two\nlines.mkv")]
    [InlineData("\u001b[31mred\u001b[0m.mkv")]
    [InlineData(" spaces and\ttabs \u202e.mkv")]
    [InlineData("-rf *.mkv")]
    [InlineData("the end (deleted)")]
    public async Task A_strange_name_is_a_name_like_any_other(string name)
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));
        var path = bench.AddFilm(name);
        var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Tools.Run("ln", "--", path, bench.Path("seeding.mkv"));

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));

        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(new[] { name, "seeding.mkv" }.Order(StringComparer.Ordinal), bench.Names());
    }

    [Fact]
    public async Task A_path_that_is_no_text_is_refused_because_no_record_could_name_it()
    {
        using var bench = new Workbench();
        Tools.Run("sh", "-c", "mkdir \"$1/$(printf 'season \\377')\" && ln -s \"$1/$(printf 'season \\377')\" \"$1/link\"", "sh", bench.Media);
        try
        {
            var path = bench.AddFilm("link/film.mkv");
            var before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

            Assert.Contains("UTF-8", Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(path)).Sentence, StringComparison.Ordinal);
            Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        }
        finally
        {
            Tools.Run("rm", "-rf", bench.Media);
        }
    }

    private static AudioOptions Options(HardlinkPolicy policy) => new() { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = policy };

    private void OutsideIsUntouched()
    {
        Assert.Equal(targetBytes, File.ReadAllBytes(target));
        Assert.Equal(targetTime, File.GetLastWriteTimeUtc(target));
        Assert.Equal(["film.mkv"], outside.Names());
    }
}
