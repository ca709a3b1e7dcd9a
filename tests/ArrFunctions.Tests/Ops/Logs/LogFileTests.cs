using ArrFunctions.Ops.Logs.Files;
using ArrFunctions.Tests.Ops.State;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.Logs;

/// <summary>The file of the log: what is begun, kept and removed, and what happens when it cannot be written.</summary>
public sealed class LogFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("log-");
    private readonly SetTime time = new();
    private readonly List<string> troubles = [];

    private string Present => Path.Combine(folder.FullName, "log", "arr.log");

    private string[] Finished => [.. folder.EnumerateFiles("arr.*.log", SearchOption.AllDirectories).Select(file => file.Name).Order()];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_for_its_owner_and_its_group_to_read()
    {
        using var file = New();

        file.Write(["one\n", "two\n"]);

        Assert.Equal("one\ntwo\n", File.ReadAllText(Present));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Present) & ~UnixFileMode.GroupRead);
    }

    [Fact]
    public void Another_file_is_begun_when_the_next_line_would_be_too_much_and_the_newest_are_kept()
    {
        using var file = New(size: 10, count: 2);
        foreach (var line in (string[])["first-\n", "second\n", "third-\n", "fourth\n"])
        {
            time.Now += TimeSpan.FromSeconds(1);
            file.Write([line]);
        }

        Assert.Equal("fourth\n", File.ReadAllText(Present));
        Assert.Equal(["arr.20261121-120033-000.log", "arr.20261121-120034-000.log"], Finished);
        Assert.Equal("third-\n", File.ReadAllText(Path.Combine(folder.FullName, "log", Finished[^1])));
    }

    [Fact]
    public void A_day_has_a_file_of_its_own_and_what_is_old_goes_but_nothing_else()
    {
        using var file = New();
        file.Write(["today\n"]);
        var other = Path.Combine(folder.FullName, "log", "arr.notes.log");
        File.WriteAllText(other, "mine");
        var old = Path.Combine(folder.FullName, "log", "arr.20261001-120000-000.log");
        File.WriteAllText(old, "old\n");

        time.Now += TimeSpan.FromDays(1);
        file.Write(["tomorrow\n"]);

        Assert.Equal("tomorrow\n", File.ReadAllText(Present));
        Assert.Equal(["arr.20261122-120030-000.log", "arr.notes.log"], Finished);
        Assert.False(File.Exists(old));
    }

    [Fact]
    public void A_file_that_was_removed_or_renamed_is_begun_anew()
    {
        using var file = New();
        file.Write(["one\n"]);
        File.Delete(Present);
        file.Write(["two\n"]);
        File.Move(Present, $"{Present}.1");
        file.Write(["three\n"]);

        Assert.Equal("two\n", File.ReadAllText($"{Present}.1"));
        Assert.Equal("three\n", File.ReadAllText(Present));
    }

    [Fact]
    public void Half_a_line_of_a_killed_process_is_ended_first()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Present)!);
        File.WriteAllText(Present, "half a");
        using var file = New();

        file.Write(["whole\n"]);

        Assert.Equal("half a\nwhole\n", File.ReadAllText(Present));
    }

    [Fact]
    public void A_film_or_a_state_file_is_no_log_and_is_left_as_it_is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Present)!);
        File.WriteAllBytes(Present, "SQLite format 3\0\n"u8);
        using var file = New();

        time.Now += TimeSpan.FromDays(1);
        file.Write(["line\n"]);
        file.Write(["line\n"]);

        Assert.Equal("SQLite format 3\0\n"u8.ToArray(), File.ReadAllBytes(Present));
        Assert.Empty(Finished);
        Assert.Contains("it is no text", Assert.Single(troubles), StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_full_disk_whole_lines_are_lost_and_counted_and_it_goes_on_when_there_is_room()
    {
        var disks = new Queue<SmallDisk>([new(12), new(0), new(1000)]);
        var all = disks.ToArray();
        using var file = new LogFile(new(Present, Size: 1000, Count: 1, TimeSpan.FromDays(1)), time, lost => $"{lost} lost\n", troubles.Add) { Open = _ => disks.Dequeue() };

        file.Write(["one\n", "a longer line\n", "two\n"]);
        file.Write(["three\n"]);
        file.Write(["four\n"]);

        Assert.Equal("one\n"u8.ToArray(), all[0].Written);
        Assert.Equal("3 lost\nfour\n"u8.ToArray(), all[2].Written);
        Assert.Equal($"The log cannot be written to {Present} (No space left on device.); lines are lost there until it can.", Assert.Single(troubles));
    }

    [Fact]
    public void A_short_line_that_fits_on_a_full_disk_is_no_end_of_the_trouble()
    {
        var disks = new Queue<SmallDisk>([new(0), new(8), new(8)]);
        using var file = new LogFile(new(Present, Size: 1000, Count: 1, TimeSpan.FromDays(1)), time, lost => $"{lost} lost\n", troubles.Add) { Open = _ => disks.Dequeue() };

        for (var number = 0; number < 3; number++)
        {
            file.Write(["a line that does not fit\n"]);
        }

        Assert.Single(troubles);
    }

    private LogFile New(long size = 1000, int count = 10) => new(new(Present, size, count, TimeSpan.FromDays(30)), time, lost => $"{lost} lost\n", troubles.Add);
}
