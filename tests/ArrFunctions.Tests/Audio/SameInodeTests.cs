using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio;

/// <summary>Two disks whose files have the same inode number and length, as a clone, a snapshot or a freshly filled disk has them.</summary>
public sealed class SameInodeTests : IDisposable
{
    private readonly MemoryTableStore tables = new();
    private readonly Mount first = Mount.InMemory("16m");
    private readonly Mount second;
    private readonly Workbench benchOfFirst;
    private readonly Workbench benchOfSecond;
    private readonly string fileOfFirst;
    private readonly string fileOfSecond;

    public SameInodeTests()
    {
        second = Mount.InMemory("16m");
        var options = new AudioOptions { Languages = [LanguageTag.Parse("jpn")] };
        benchOfFirst = new Workbench(options, tables, first.Folder);
        benchOfSecond = new Workbench(options, tables, second.Folder);
        fileOfFirst = benchOfFirst.AddFilm();
        fileOfSecond = benchOfSecond.AddFilm();
        Assert.Equal(KeyOf(fileOfFirst), KeyOf(fileOfSecond));
    }

    public void Dispose()
    {
        benchOfFirst.Dispose();
        benchOfSecond.Dispose();
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task Hands_off_one_is_not_hands_off_the_other()
    {
        await benchOfFirst.FixAsync(fileOfFirst);
        await benchOfFirst.UndoAsync(fileOfFirst);
        Assert.IsType<AudioFixOutcome.Changed>(await benchOfSecond.FixAsync(fileOfSecond, isNamed: false));
        Assert.IsType<AudioFixOutcome.Skipped>(await benchOfFirst.FixAsync(fileOfFirst, isNamed: false));
    }

    [Fact]
    public async Task A_fix_of_one_leaves_the_unfinished_change_of_the_other_alone()
    {
        using (var file = MediaFile.Open(fileOfFirst, MediaRoots.Of(fileOfFirst), writable: true))
        {
            var edit = (ArrFunctions.Audio.Containers.EditPlan.Edit)file.ReadHeaders(out _).PlanDefault(1, AlternateGroupPolicy.Set);
            await benchOfFirst.Records.BeginAsync(UndoRecord.For(file, edit.Runs, DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        await benchOfSecond.FixAsync(fileOfSecond);

        Assert.Equal(fileOfFirst, Assert.Single(await benchOfFirst.PendingAsync()).Path);
    }

    [Fact]
    public async Task Each_is_taken_back_by_its_own_record()
    {
        await benchOfFirst.FixAsync(fileOfFirst);
        var changed = Assert.IsType<AudioFixOutcome.Changed>(await benchOfSecond.FixAsync(fileOfSecond));
        var undone = Assert.IsType<AudioUndoOutcome.Undone>(await benchOfSecond.UndoAsync(fileOfSecond));
        Assert.Equal(changed.UndoId, undone.FixId);
        Assert.IsType<AudioUndoOutcome.Undone>(await benchOfFirst.UndoAsync(fileOfFirst));
    }

    private static string KeyOf(string path)
    {
        using var handle = LinuxFile.OpenPath(path);
        return UndoRecord.KeyOf(LinuxFile.Status(handle));
    }
}
