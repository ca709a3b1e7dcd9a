using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>Originals that are kept for a while: taken back, refused, or deleted when their time is over.</summary>
public sealed class KeptOriginalTests : IDisposable
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private readonly ManualTimeProvider clock = new();
    private readonly Workbench bench;
    private readonly MemoryTableStore tables = new();

    public KeptOriginalTests()
    {
        RewriteBench.SkipWithoutTools();
        bench = new(RewriteBench.Keeping(Week), tables, clock: clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => bench?.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_kept_original_is_taken_back_as_it_was_and_left_alone_until_a_person_names_it(bool byId)
    {
        var path = bench.AddNoRoom();
        var (status, bytes) = (RewriteBench.StatusOf(path), await File.ReadAllBytesAsync(path, Cancellation));
        var changed = await FixAsync(path);
        Assert.Contains("the original is kept until 2026-01-08", changed.Sentence, StringComparison.Ordinal);
        Assert.Equal([$".{changed.UndoId}.original.arrfunctions", "film.mkv"], bench.Names());

        var undone = Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(byId ? changed.UndoId! : path));

        Assert.Equal((changed.UndoId, path), (undone.FixId, undone.Path));
        Assert.Equal([true, true, true], undone.After.Select(track => track.IsDefault));
        Assert.Equal(status, RewriteBench.StatusOf(path));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Equal(["film.mkv"], bench.Names());
        Assert.Contains("taken back already", Refusal(await bench.UndoAsync(changed.UndoId!)), StringComparison.Ordinal);
        Assert.Contains("no fix of this file", Refusal(await bench.UndoAsync(path)), StringComparison.Ordinal);

        Assert.Equal(SkipReason.HandsOff, Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path, isNamed: false)).Reason);
        await FixAsync(path);
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Fact]
    public async Task Without_a_kept_original_the_refusal_says_so()
    {
        using var keepingNone = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge));
        var path = keepingNone.AddNoRoom();
        Assert.IsType<AudioFixOutcome.Changed>(await keepingNone.FixAsync(path));

        Assert.Contains("not kept any more (Audio:KeepOriginal)", Refusal(await keepingNone.UndoAsync(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_another_fix_that_one_has_to_be_taken_back_first()
    {
        var path = bench.AddNoRoom();
        var changed = await FixAsync(path);
        var other = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path, original: "eng"));
        Assert.Null(other.Rewrite);

        Assert.Equal($"the file was fixed again since; take that back first (undo id {other.UndoId})", Refusal(await bench.UndoAsync(changed.UndoId!)));
    }

    [Fact]
    public async Task After_another_rewrite_that_one_has_to_be_taken_back_first()
    {
        var path = bench.AddNoRoom();
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        var first = await FixAsync(path);
        RewriteSpecimens.PutUnderSegmentCrc(path);
        var time = RewriteBench.StatusOf(path).Modified;
        var second = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path, original: "eng"));
        Assert.NotNull(second.Rewrite);

        Assert.Equal($"the file was written anew again since; take that back first (undo id {second.UndoId})", Refusal(await bench.UndoAsync(first.UndoId!)));

        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(time, RewriteBench.StatusOf(path).Modified);

        // This test itself changed the file between the two.
        Assert.Contains("was changed since it was written anew; the original lies at", Refusal(await bench.UndoAsync(first.UndoId!)), StringComparison.Ordinal);
        Assert.NotEqual(bytes, await File.ReadAllBytesAsync(path, Cancellation));
    }

    [Fact]
    public async Task What_somebody_did_to_the_new_file_is_not_thrown_away()
    {
        var path = bench.AddNoRoom();
        var changed = await FixAsync(path);
        await File.AppendAllTextAsync(path, "more", Cancellation);

        foreach (var name in new[] { changed.UndoId! })
        {
            var refusal = Refusal(await bench.UndoAsync(name));
            Assert.Contains("was changed since it was written anew; the original lies at", refusal, StringComparison.Ordinal);
            Assert.Contains(changed.Rewrite!.KeptPath!, refusal, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(changed.Rewrite!.KeptPath));
        Assert.EndsWith("more", await File.ReadAllTextAsync(path, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_renamed_in_its_folder_gets_its_original_under_the_new_name()
    {
        var path = bench.AddNoRoom();
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        var changed = await FixAsync(path);
        File.Move(path, bench.Path("renamed.mkv"));

        Assert.Contains("name the file where it lies now", Refusal(await bench.UndoAsync(changed.UndoId!)), StringComparison.Ordinal);
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(bench.Path("renamed.mkv")));

        Assert.Equal(bytes, await File.ReadAllBytesAsync(bench.Path("renamed.mkv"), Cancellation));
        Assert.Equal(["renamed.mkv"], bench.Names());
    }

    [Fact]
    public async Task A_file_in_another_folder_than_its_original_is_refused_and_the_sentence_says_where_it_is()
    {
        var path = bench.AddNoRoom();
        var changed = await FixAsync(path);
        Directory.CreateDirectory(bench.Path("other"));
        File.Move(path, bench.Path("other/film.mkv"));

        var refusal = Refusal(await bench.UndoAsync(bench.Path("other/film.mkv")));

        Assert.Contains("lies in another folder than its original", refusal, StringComparison.Ordinal);
        Assert.Contains(changed.Rewrite!.KeptPath!, refusal, StringComparison.Ordinal);
        Assert.True(File.Exists(changed.Rewrite.KeptPath));
    }

    [Fact]
    public async Task An_original_that_somebody_deleted_or_replaced_is_not_given_back()
    {
        var path = bench.AddNoRoom();
        var changed = await FixAsync(path);
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        File.Delete(changed.Rewrite!.KeptPath!);
        Assert.Contains("is not at", Refusal(await bench.UndoAsync(path)), StringComparison.Ordinal);
        await File.WriteAllTextAsync(changed.Rewrite.KeptPath!, "something else", Cancellation);
        Assert.Contains("is not at", Refusal(await bench.UndoAsync(path)), StringComparison.Ordinal);

        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancellation));
        clock.Advance(Week);
        Assert.Equal("1 originals deleted", await bench.Originals.DeleteExpiredAsync(Cancellation));
        Assert.Equal("something else", await File.ReadAllTextAsync(changed.Rewrite.KeptPath!, Cancellation));
    }

    [Fact]
    public async Task When_its_time_is_over_the_original_goes_and_nothing_else()
    {
        var (path, other) = (bench.AddNoRoom(), bench.AddNoRoom("other.mkv"));
        var changed = await FixAsync(path);
        clock.Advance(TimeSpan.FromDays(1));
        await FixAsync(other);
        var bytes = await File.ReadAllBytesAsync(path, Cancellation);
        clock.Advance(Week - TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.False(await bench.Originals.IsDueAsync(Cancellation));
        Assert.Equal("0 originals deleted", await bench.Originals.DeleteExpiredAsync(Cancellation));
        Assert.Equal(4, bench.Names().Length);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await bench.Originals.IsDueAsync(Cancellation));
        Assert.Equal("1 originals deleted", await bench.Originals.DeleteExpiredAsync(Cancellation));

        Assert.Equal(3, bench.Names().Length);
        Assert.False(File.Exists(changed.Rewrite!.KeptPath));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.False(await bench.Originals.IsDueAsync(Cancellation));
        Assert.Contains("not kept any more", Refusal(await bench.UndoAsync(path)), StringComparison.Ordinal);
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(other));
    }

    [Fact]
    public async Task An_original_on_a_disk_that_is_away_is_deleted_when_it_is_back()
    {
        var path = bench.AddNoRoom("season/film.mkv");
        var changed = await FixAsync(path);
        clock.Advance(Week);
        Directory.Move(bench.Path("season"), bench.Path("away"));
        Assert.Equal("0 originals deleted, 1 cannot be deleted now", await bench.Originals.DeleteExpiredAsync(Cancellation));

        Directory.Move(bench.Path("away"), bench.Path("season"));
        Assert.Equal("1 originals deleted", await bench.Originals.DeleteExpiredAsync(Cancellation));

        Assert.False(File.Exists(changed.Rewrite!.KeptPath));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task An_original_on_a_disk_that_never_comes_back_is_forgotten()
    {
        await FixAsync(bench.AddNoRoom("season/film.mkv"));
        Directory.Delete(bench.Path("season"), recursive: true);
        clock.Advance(Week + TimeSpan.FromDays(31));

        Assert.Equal("1 originals deleted", await bench.Originals.DeleteExpiredAsync(Cancellation));
        Assert.False(await bench.Originals.IsDueAsync(Cancellation));
    }

    [Fact]
    public async Task An_original_whose_file_is_in_use_is_deleted_later()
    {
        var path = bench.AddNoRoom();
        await FixAsync(path);
        clock.Advance(Week);
        using (bench.Leases.TryTake(RewriteBench.StatusOf(path)))
        {
            Assert.Equal("0 originals deleted, 1 cannot be deleted now", await bench.Originals.DeleteExpiredAsync(Cancellation));
            Assert.Contains("another process is working", Refusal(await bench.UndoAsync(path)), StringComparison.Ordinal);
        }

        Assert.Equal("1 originals deleted", await bench.Originals.DeleteExpiredAsync(Cancellation));
    }

    private static string Refusal(AudioUndoOutcome outcome) => Assert.IsType<AudioUndoOutcome.Refused>(outcome).Explanation;

    private async Task<AudioFixOutcome.Changed> FixAsync(string path) => Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
}
