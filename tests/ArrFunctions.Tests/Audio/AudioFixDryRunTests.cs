using ArrFunctions.Audio;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio;

public sealed class AudioFixDryRunTests
{
    [Theory]
    [InlineData("film.mkv")]
    [InlineData("film.mp4")]
    public async Task A_dry_run_writes_nothing_not_even_a_time_and_keeps_no_state(string name)
    {
        using var bench = new Workbench();
        var path = bench.AddFilm(name);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var before = Status(path);

        Assert.IsType<AudioFixOutcome.Planned>(await bench.PlanAsync(path));

        Assert.Equal(before, Status(path));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([name], bench.Names());
        Assert.Empty(Directory.EnumerateFileSystemEntries(bench.Data));
        Assert.Empty(await bench.PendingAsync());
        Assert.IsType<AudioUndoOutcome.Refused>(await bench.UndoAsync(path));
    }

    [Fact]
    public async Task A_file_that_is_right_already_is_not_written_to_either()
    {
        using var bench = new Workbench();
        var path = bench.AddFilm();
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        var before = Status(path);

        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));

        Assert.Equal(before, Status(path));
    }

    private static FileStatus Status(string path)
    {
        using var handle = LinuxFile.OpenPath(path);
        return LinuxFile.Status(handle);
    }
}
