using ArrFunctions.Audio;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Tests.Storage;
using ArrFunctions.Tests;
using ArrFunctions.Tests.Audio;

namespace ArrFunctions.SelfHost.Tests.Audio;

/// <summary>A scenario's film, alone with its second name in a folder, and the data folder of its state.</summary>
internal sealed class CutOffFile(FixScenario scenario, string folder)
{
    private const int Killed = 128 + 9;

    /// <summary>With nanoseconds, and no time at which a test runs.</summary>
    private static readonly FileTime LongAgo = new(1_577_934_245, 123_456_789);

    private readonly string media = System.IO.Path.Combine(folder, "media");

    public string Path => System.IO.Path.Combine(media, scenario.FileName);

    private string OtherName => System.IO.Path.Combine(media, "seeding" + System.IO.Path.GetExtension(scenario.FileName));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public FixState Open() => new(System.IO.Path.Combine(folder, "data"), scenario.Options);

    public Task<byte[]> ReadAsync() => File.ReadAllBytesAsync(Path, Cancellation);

    /// <summary>Everything up to the instant before the change that is to be cut off.</summary>
    public async Task PrepareAsync(string name)
    {
        Directory.CreateDirectory(media);
        await File.WriteAllBytesAsync(Path, scenario.Original, Cancellation);
        if (FixAction.Undo == (scenario.Action == FixAction.Recover ? scenario.CutOffAction : scenario.Action))
        {
            await FixAsync();
        }

        if (scenario.IsHardlinked)
        {
            Tools.Run("ln", Path, OtherName);
        }

        if (scenario.Options.Rewrites.KeepOriginal == TimeSpan.Zero)
        {
            SetModifiedTime(); // A new file that was touched is somebody else's, and is not thrown away for its original.
        }

        if (scenario.CutOffAt is { } instant)
        {
            Assert.Equal(Killed, (await RunChildAsync(name, scenario.CutOffAction, instant)).ExitCode);
        }
    }

    /// <summary>Makes the change in a second process, which is killed at the instant of that number.</summary>
    public async Task KillAsync(string name, int instant)
    {
        var (exitCode, instants) = await RunChildAsync(name, scenario.Action, $"{instant}");
        Assert.Equal(Killed, exitCode);
        Assert.Equal(instant, instants.Count);
    }

    /// <summary>Makes the change in a second process, undisturbed; gives the names of its instants.</summary>
    public async Task<List<string>> RunAsync(string name)
    {
        var (exitCode, instants) = await RunChildAsync(name, scenario.Action, "never");
        Assert.Equal(0, exitCode);
        return instants;
    }

    /// <summary>The next start leaves the file before or after the change, and everything goes on from there.</summary>
    public async Task IsWholeAfterTheNextStartAsync(byte[] whenFixed)
    {
        var bytesOfOtherName = scenario.IsHardlinked ? await File.ReadAllBytesAsync(OtherName, Cancellation) : null;
        await using var state = Open();

        Assert.Empty(await state.RecoverAsync());

        var bytes = await ReadAsync();
        Assert.True(bytes.AsSpan().SequenceEqual(scenario.Original) || bytes.AsSpan().SequenceEqual(whenFixed), "The file is neither as before nor as after.");
        Assert.Equal(0, await state.PendingAsync());
        Assert.Equal(scenario.IsHardlinked ? 2 : 1, Directory.EnumerateFileSystemEntries(media).Count());
        if (scenario.Options.KeepModifiedTime)
        {
            Assert.Equal(LongAgo, ModifiedTime());
        }

        await FixAsync(state);
        Assert.Equal(whenFixed, await ReadAsync());
        Assert.IsType<AudioUndoOutcome.Undone>(await state.UndoAsync(Path));
        Assert.Equal(scenario.Original, await ReadAsync());
        Assert.Equal(0, await state.PendingAsync());
        if (bytesOfOtherName is not null)
        {
            Assert.Equal(bytesOfOtherName, await File.ReadAllBytesAsync(OtherName, Cancellation));
        }
    }

    /// <summary>The next start leaves the original or a whole new file under the name, and nothing else but a kept original; everything goes on from there.</summary>
    public async Task IsOneOfTheTwoAfterTheNextStartAsync()
    {
        var keepsOriginal = scenario.Options.Rewrites.KeepOriginal > TimeSpan.Zero;
        await using var state = Open();

        Assert.Empty(await state.RecoverAsync());

        Assert.Equal(0, await state.PendingAsync());
        var isOriginal = (await ReadAsync()).AsSpan().SequenceEqual(scenario.Original);
        await AssertFolderAsync(isOriginal, keepsOriginal);

        await FixAsync(state);
        await AssertFolderAsync(isOriginal: false, keepsOriginal);
        Assert.Equal(0, await state.PendingAsync());
        if (keepsOriginal)
        {
            Assert.IsType<AudioUndoOutcome.Undone>(await state.UndoAsync(Path));
            await AssertFolderAsync(isOriginal: true, keepsOriginal);
            Assert.Equal(scenario.Original, await ReadAsync());
            Assert.Equal(0, await state.PendingAsync());
        }
    }

    private async Task AssertFolderAsync(bool isOriginal, bool keepsOriginal)
    {
        var names = Directory.GetFileSystemEntries(media);
        if (isOriginal)
        {
            Assert.Equal([Path], names);
            return;
        }

        Assert.Equal([1], RealFile.DefaultsByFfprobe(Path));
        RealFile.AssertPlays(Path);
        Assert.Equal(keepsOriginal ? 2 : 1, names.Length);
        foreach (var kept in names.Where(name => name != Path))
        {
            Assert.Equal(scenario.Original, await File.ReadAllBytesAsync(kept, Cancellation));
        }
    }

    public async Task FixAsync()
    {
        await using var state = Open();
        await FixAsync(state);
    }

    private async Task FixAsync(FixState state)
    {
        var outcome = await state.FixAsync(Path);
        Assert.True(outcome is AudioFixOutcome.Changed or AudioFixOutcome.AlreadyCorrect, outcome.Sentence);
    }

    private async Task<(int ExitCode, List<string> Instants)> RunChildAsync(string name, FixAction action, string instant)
    {
        using var child = ChildProcess.Start("cut-off", name, action.ToString(), folder, instant);
        List<string> instants = [];
        while (await child.ReadLineAsync(Cancellation) is { } line)
        {
            instants.Add(line);
        }

        return (await child.FinishAsync(Cancellation), instants);
    }

    private void SetModifiedTime()
    {
        using var handle = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite);
        LinuxFile.SetModifiedTime(handle, LongAgo);
    }

    private FileTime ModifiedTime()
    {
        using var handle = LinuxFile.OpenPath(Path);
        return LinuxFile.Status(handle).Modified;
    }
}
