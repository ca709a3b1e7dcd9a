using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Tests.Audio;

/// <summary>Files and folders that may not be written to.</summary>
[Collection(nameof(Instants))]
public sealed class AudioFixProtectionTests
{
    private static readonly AudioOptions Copies = new() { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = HardlinkPolicy.Copy };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_immutable_file_is_told_as_such()
    {
        using var bench = new Workbench();
        var path = bench.AddFilm();
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        using (var _ = new Immutable(path))
        {
            Assert.Contains("immutable", Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(path)).Sentence, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_can_be_right_already()
    {
        using var bench = new Workbench();
        var path = bench.AddFilm();
        await bench.FixAsync(path);
        using var lid = new Immutable(path);
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(path, "eng"));
    }

    [Fact]
    public async Task A_file_that_becomes_immutable_before_the_first_write_stays_as_it_is()
    {
        using var bench = new Workbench();
        var path = bench.AddFilm();
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        Immutable? lid = null;
        try
        {
            var outcome = await Instants.RunAsync("looked", () => lid = new Immutable(path), () => bench.FixAsync(path));
            Assert.IsType<AudioFixOutcome.Failed>(outcome);
        }
        finally
        {
            lid?.Dispose();
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Empty(await bench.PendingAsync());
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
    }

    [Fact]
    public async Task A_file_that_becomes_immutable_between_two_writes_is_settled_at_the_next_start()
    {
        using var bench = new Workbench();
        var path = bench.AddFilm("film.mp4");
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        Immutable? lid = null;
        try
        {
            var outcome = await Instants.RunAsync("written", () => lid = new Immutable(path), () => bench.FixAsync(path));
            Assert.Contains("next start", Assert.IsType<AudioFixOutcome.Failed>(outcome).Sentence, StringComparison.Ordinal);
            Assert.Contains(path, Assert.Single(await bench.RecoverAsync()), StringComparison.Ordinal);
            Assert.Single(await bench.PendingAsync());
        }
        finally
        {
            lid?.Dispose();
        }

        Assert.Empty(await bench.RecoverAsync());
        Assert.Empty(await bench.PendingAsync());
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Fact]
    public async Task A_folder_that_takes_no_second_file_fails_a_replacement_and_leaves_nothing()
    {
        using var bench = new Workbench(Copies);
        var path = bench.AddFilm();
        Tools.Run("ln", path, bench.Path("seeding.mkv"));
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        using (var _ = new Immutable(bench.Media))
        {
            Assert.Contains("permi", Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(path)).Sentence, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
        Assert.Empty(await bench.PendingAsync());
    }

    [Fact]
    public async Task A_folder_that_lets_nothing_be_renamed_fails_a_replacement_and_the_next_start_tidies_up()
    {
        using var bench = new Workbench(Copies);
        var path = bench.AddFilm();
        Tools.Run("ln", path, bench.Path("seeding.mkv"));
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        Immutable? lid = null;
        try
        {
            Assert.IsType<AudioFixOutcome.Failed>(await Instants.RunAsync("verified", () => lid = new Immutable(bench.Media), () => bench.FixAsync(path)));
            Assert.Contains(bench.Media, Assert.Single(await bench.RecoverAsync()), StringComparison.Ordinal);
        }
        finally
        {
            lid?.Dispose();
        }

        Assert.Empty(await bench.RecoverAsync());
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
        Assert.Empty(await bench.PendingAsync());
    }

    [Fact]
    public async Task A_file_system_that_is_mounted_read_only_is_told_as_such()
    {
        using var mount = Mount.InMemory("1m");
        using var bench = new Workbench();
        var path = Path.Combine(mount.Folder, "film.mkv");
        File.Copy(bench.AddFilm(), path);
        mount.MakeReadOnly();
        File.CreateSymbolicLink(bench.Path("link.mkv"), path);
        var before = await File.ReadAllBytesAsync(path, Cancellation);

        Assert.Contains("read-only", Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(path, root: mount.Folder)).Sentence, StringComparison.Ordinal);
        Assert.IsType<AudioFixOutcome.Planned>(await bench.PlanAsync(path, mount.Folder));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
    }

    /// <summary>A file or folder that not even root may change (chattr +i).</summary>
    private sealed class Immutable : IDisposable
    {
        private readonly string path;

        public Immutable(string path)
        {
            this.path = path;
            try
            {
                Tools.Run("chattr", "+i", path);
            }
            catch (Exception refusal) when (refusal is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                Assert.Skip($"Files cannot be made immutable here: {refusal.Message}");
            }
        }

        public void Dispose() => Tools.Run("chattr", "-i", path);
    }
}
