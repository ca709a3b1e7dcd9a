using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio;

/// <summary>The next start after a fix that was cut off in the middle.</summary>
[Collection(nameof(Instants))]
public sealed class AudioRecoveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_that_was_cut_off_is_removed_even_when_its_original_is_gone()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));
        var path = await CutOffAsync(bench, "copied");
        Assert.Equal(3, bench.Names().Length);
        File.Delete(path);

        Assert.Empty(await bench.RecoverAsync());

        Assert.Equal(["seeding.mkv"], bench.Names());
    }

    [Fact]
    public async Task A_copy_that_was_cut_off_never_makes_the_original_change_in_place()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));
        var path = await CutOffAsync(bench, "copied");
        var run = Assert.Single(await bench.PendingAsync()).Runs[0];
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write))
        {
            await RandomAccess.WriteAsync(file, run.After, run.Offset, Cancellation);
        }

        var mixed = await File.ReadAllBytesAsync(path, Cancellation);

        Assert.Contains("something else has written", Assert.Single(await bench.RecoverAsync()), StringComparison.Ordinal);

        Assert.Equal(mixed, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
        Assert.Empty(await bench.PendingAsync());
    }

    [Fact]
    public async Task A_failure_behind_the_rename_of_a_copy_keeps_its_record_which_the_next_start_finishes()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));
        var path = bench.AddFilm();
        Tools.Run("ln", path, bench.Path("seeding.mkv"));
        var before = await File.ReadAllBytesAsync(path, Cancellation);

        var outcome = await Instants.RunAsync("renamed", () => throw new IOException("the disk does not answer"), () => bench.FixAsync(path));

        Assert.Contains("the disk does not answer", Assert.IsType<AudioFixOutcome.Failed>(outcome).Sentence, StringComparison.Ordinal);
        Assert.Single(await bench.PendingAsync());
        Assert.Empty(await bench.RecoverAsync());
        Assert.Empty(await bench.PendingAsync());
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Fact]
    public async Task A_fix_settles_what_an_earlier_one_left_of_this_file()
    {
        using var bench = new Workbench();
        var path = await CutOffAsync(bench, "written");

        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.Empty(await bench.PendingAsync());
    }

    [Fact]
    public async Task An_undo_settles_what_a_fix_left_of_this_file_and_takes_it_back()
    {
        using var bench = new Workbench();
        var before = await File.ReadAllBytesAsync(bench.AddFilm(), Cancellation);
        var path = await CutOffAsync(bench, "written");

        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Empty(await bench.PendingAsync());
    }

    [Fact]
    public async Task A_file_that_another_worker_holds_is_left_to_it()
    {
        using var bench = new Workbench();
        var path = await CutOffAsync(bench, "written");
        var torn = await File.ReadAllBytesAsync(path, Cancellation);
        using (var file = MediaFile.Open(path, MediaRoots.Of(bench.Media), writable: false))
        using (var lease = bench.Leases.TryTake(file.Status))
        {
            Assert.NotNull(lease);
            Assert.Empty(await bench.RecoverAsync());
            Assert.Equal(torn, await File.ReadAllBytesAsync(path, Cancellation));
            Assert.Single(await bench.PendingAsync());
        }

        Assert.Empty(await bench.RecoverAsync());
        Assert.Empty(await bench.PendingAsync());
    }

    [Fact]
    public async Task The_modification_time_is_kept_over_a_cut_off()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Defer) with { KeepModifiedTime = true });
        var before = Modified(bench.AddFilm());
        var path = await CutOffAsync(bench, "written");
        Assert.NotEqual(before, Modified(path));

        Assert.Empty(await bench.RecoverAsync());

        Assert.Equal(before, Modified(path));
    }

    private static AudioOptions Options(HardlinkPolicy policy) => new() { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = policy };

    /// <summary>An exception that the product does not know ends the fix as it stands, as a kill does.</summary>
    private static async Task<string> CutOffAsync(Workbench bench, string instant)
    {
        var path = File.Exists(bench.Path("film.mkv")) ? bench.Path("film.mkv") : bench.AddFilm();
        if (instant is "copied")
        {
            Tools.Run("ln", path, bench.Path("seeding.mkv"));
        }

        await Assert.ThrowsAsync<CutOffException>(() => Instants.RunAsync(instant, () => throw new CutOffException(), () => bench.FixAsync(path)));
        Assert.Equal(UndoStatus.Pending, Assert.Single(await bench.PendingAsync()).Status);
        return path;
    }

    private static FileTime Modified(string path)
    {
        using var handle = LinuxFile.OpenPath(path);
        return LinuxFile.Status(handle).Modified;
    }

    private sealed class CutOffException : Exception;
}
