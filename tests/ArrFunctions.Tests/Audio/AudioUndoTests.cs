using ArrFunctions.Audio;

namespace ArrFunctions.Tests.Audio;

/// <summary>Taking fixes back, and what stands against it.</summary>
public sealed class AudioUndoTests : IDisposable
{
    private readonly Workbench bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("film.mkv")]
    [InlineData("film.mp4")]
    public async Task An_undo_brings_the_original_bytes_back_by_path_or_by_id(string name)
    {
        var path = bench.AddFilm(name);
        var before = await ReadAsync(path);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        Assert.NotEqual(before, await ReadAsync(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(before, await ReadAsync(path));

        var again = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        Assert.Equal(again.UndoId, Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(again.UndoId!)).FixId);
        Assert.Equal(before, await ReadAsync(path));
    }

    [Fact]
    public async Task Two_successive_fixes_are_taken_back_one_by_one()
    {
        var path = bench.AddFilm();
        var original = await ReadAsync(path);
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path, original: "jpn"));
        var japanese = await ReadAsync(path);
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path, original: "eng"));

        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(japanese, await ReadAsync(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(original, await ReadAsync(path));
        await RefusesAsync(path, "no fix of this file");
    }

    [Fact]
    public async Task A_file_that_was_never_fixed_is_refused() => await RefusesAsync(bench.AddFilm(), "no fix of this file");

    [Fact]
    public async Task A_fix_that_was_taken_back_is_refused_by_its_id()
    {
        var path = bench.AddFilm();
        var id = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path)).UndoId!;
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(id));
        var before = await ReadAsync(path);

        await RefusesAsync(id, "taken back already");
        await RefusesAsync((await bench.Records.FindAsync(id, Cancellation))!.UndoneBy!, "belongs to an undo");
        Assert.Equal(before, await ReadAsync(path));
    }

    [Fact]
    public async Task A_fix_with_a_later_one_on_top_is_refused_by_its_id()
    {
        var film = bench.AddFilm();
        var first = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(film, "jpn"));
        var second = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(film, "eng"));
        await RefusesAsync(first.UndoId!, second.UndoId!);
    }

    [Fact]
    public async Task A_fix_whose_bytes_were_changed_since_is_refused()
    {
        var path = bench.AddFilm();
        var id = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path)).UndoId!;
        var run = (await bench.Records.FindAsync(id, Cancellation))!.Runs[0];
        var bytes = await ReadAsync(path);
        bytes[run.Offset] ^= 0x40;
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write))
        {
            await RandomAccess.WriteAsync(file, bytes, 0, Cancellation);
        }

        await RefusesAsync(path, "changed by something else");
        await RefusesAsync(id, "changed by something else");
        Assert.Equal(bytes, await ReadAsync(path));
    }

    [Fact]
    public async Task A_file_that_took_the_place_is_refused()
    {
        var path = bench.AddFilm();
        var id = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path)).UndoId!;
        File.Copy(path, bench.Path("twin.mkv"));
        File.Move(bench.Path("twin.mkv"), path, overwrite: true);
        var bytes = await ReadAsync(path);

        await RefusesAsync(id, "another file");
        await RefusesAsync(path, "no fix of this file");
        Assert.Equal(bytes, await ReadAsync(path));
    }

    [Fact]
    public async Task A_file_that_was_renamed_is_found_by_its_new_name()
    {
        var path = bench.AddFilm();
        var before = await ReadAsync(path);
        var id = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path)).UndoId!;
        File.Move(path, bench.Path("renamed.mkv"));

        await RefusesAsync(id, "name the file where it lies now");
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(bench.Path("renamed.mkv")));
        Assert.Equal(before, await ReadAsync(bench.Path("renamed.mkv")));
    }

    [Theory]
    [InlineData("00000000000000000000ff", "no fix has this id")]
    [InlineData("no-such-file.mkv", "there is no such file")]
    [InlineData("", "cannot be empty")]
    [InlineData("film\0.mkv", "NUL")]
    public async Task What_names_no_fix_is_refused(string target, string telling) => await RefusesAsync(target, telling);

    [Fact]
    public async Task Hands_are_off_a_file_after_its_undo_until_a_person_names_it()
    {
        var path = bench.AddFilm();
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path, isNamed: false));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));

        Assert.Equal(SkipReason.HandsOff, Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path, isNamed: false)).Reason);
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path, isNamed: true));
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path, isNamed: false));
    }

    [Fact]
    public async Task An_undo_of_a_file_that_is_worked_on_is_refused()
    {
        var path = bench.AddFilm();
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        using var file = MediaFile.Open(path, MediaRoots.Of(bench.Media), writable: false);
        using var lease = bench.Leases.TryTake(file.Status);
        Assert.NotNull(lease);

        await RefusesAsync(path, "another process");
    }

    [Fact]
    public async Task An_undo_of_a_file_that_got_a_second_name_follows_the_policy()
    {
        var path = bench.AddFilm();
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        Tools.Run("ln", path, bench.Path("seeding.mkv"));
        var after = await ReadAsync(path);

        await RefusesAsync(path, "2 names");
        Assert.Equal(after, await ReadAsync(path));
    }

    private static Task<byte[]> ReadAsync(string path) => File.ReadAllBytesAsync(path, Cancellation);

    private async Task RefusesAsync(string target, string telling) =>
        Assert.Contains(telling, Assert.IsType<AudioUndoOutcome.Refused>(await bench.UndoAsync(target)).Explanation, StringComparison.Ordinal);
}
