using ArrFunctions.Audio;
using ArrFunctions.Audio.Containers;
using ArrFunctions.Audio.Undo;

namespace ArrFunctions.Tests.Audio.Undo;

/// <summary>One film, its change as it is planned, and any half-written state of it.</summary>
internal sealed class TornBench : IDisposable
{
    private const int Sector = 512;

    public TornBench(Action<string> write)
    {
        Path = Workbench.Path("film.mkv");
        write(Path);
        Before = File.ReadAllBytes(Path);
        using var file = Open();
        var headers = file.ReadHeaders(out _);
        Runs = Assert.IsType<EditPlan.Edit>(headers.PlanDefault(headers.AudioTracks.Count - 1, AlternateGroupPolicy.Set)).Runs;
        After = Torn((_, _) => true);
    }

    public Workbench Workbench { get; } = new();

    public string Path { get; }

    public byte[] Before { get; }

    public byte[] After { get; }

    public IReadOnlyList<ByteRun> Runs { get; }

    /// <summary>Each run, and the numbers of the sectors of the file that it touches.</summary>
    public IEnumerable<(int Run, long Sector)> Sectors => Runs.SelectMany(
        (run, number) => Enumerable.Range(0, (int)(((run.End - 1) / Sector) - (run.Offset / Sector) + 1)).Select(n => (number, (run.Offset / Sector) + n)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The file with the chosen sectors of the runs written, and the others not.</summary>
    public byte[] Torn(Func<int, long, bool> isWritten)
    {
        var bytes = Before.ToArray();
        foreach (var (number, sector) in Sectors)
        {
            var run = Runs[number];
            var start = Math.Max(run.Offset, sector * Sector);
            var end = Math.Min(run.End, (sector + 1) * Sector);
            if (isWritten(number, sector))
            {
                run.After.AsSpan((int)(start - run.Offset), (int)(end - start)).CopyTo(bytes.AsSpan((int)start));
            }
        }

        return bytes;
    }

    /// <summary>The change is recorded, and the power fails with the file in this state.</summary>
    public async Task<UndoRecord> BeginAsync(byte[] torn)
    {
        await WriteAsync(Before);
        UndoRecord record;
        using (var file = Open())
        {
            record = UndoRecord.For(file, Runs, TimeProvider.System.GetUtcNow());
        }

        await Workbench.Records.BeginAsync(record, Cancellation);
        await WriteAsync(torn);
        return record;
    }

    public Task<IReadOnlyList<string>> RecoverAsync() => Workbench.RecoverAsync();

    public async Task<UndoRecord> FindAsync(UndoRecord record) => (await Workbench.Records.FindAsync(record.Id, Cancellation))!;

    /// <summary>The next start drops the change when nothing of it was written, and finishes it otherwise; then it can be taken back.</summary>
    public async Task RecoversAsync(Func<int, long, bool> isWritten)
    {
        var torn = Torn(isWritten);
        var isUntouched = torn.AsSpan().SequenceEqual(Before);
        var record = await BeginAsync(torn);

        Assert.Empty(await RecoverAsync());

        Assert.Equal(isUntouched ? Before : After, await File.ReadAllBytesAsync(Path, Cancellation));
        Assert.Equal(isUntouched ? UndoStatus.Dropped : UndoStatus.Done, (await FindAsync(record)).Status);
        Assert.Empty(await Workbench.PendingAsync());
        if (isUntouched)
        {
            return;
        }

        Assert.IsType<AudioUndoOutcome.Undone>(await Workbench.UndoAsync(record.Id));
        Assert.Equal(Before, await File.ReadAllBytesAsync(Path, Cancellation));
    }

    /// <summary>The next start leaves the file, tells once, and a fix works again as on any other file.</summary>
    public async Task StandsForeignAsync(byte[] foreign)
    {
        var record = await BeginAsync(foreign);

        Assert.Contains(record.Id, Assert.Single(await RecoverAsync()), StringComparison.Ordinal);

        Assert.Equal(foreign, await File.ReadAllBytesAsync(Path, Cancellation));
        Assert.Equal(UndoStatus.Failed, (await FindAsync(record)).Status);
        Assert.Empty(await Workbench.PendingAsync());
        Assert.Empty(await RecoverAsync());
        await WriteAsync(Before);
        Assert.IsType<AudioFixOutcome.Changed>(await Workbench.FixAsync(Path));
        Assert.Equal(After, await File.ReadAllBytesAsync(Path, Cancellation));
    }

    public void Dispose() => Workbench.Dispose();

    private MediaFile Open() => MediaFile.Open(Path, MediaRoots.Of(Workbench.Media), writable: false);

    /// <summary>In place, so that it stays the same file.</summary>
    private async Task WriteAsync(byte[] bytes)
    {
        using var file = File.OpenHandle(Path, FileMode.Open, FileAccess.Write);
        await RandomAccess.WriteAsync(file, bytes, 0, Cancellation);
        RandomAccess.SetLength(file, bytes.Length);
    }
}
