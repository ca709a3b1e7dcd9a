using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Jobs;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio.Undo;

/// <summary>What a file that takes another's place has of it.</summary>
[Collection(nameof(Instants))]
public sealed class FileReplacementTests
{
    private static readonly FileTime LongAgo = new(1_577_934_245, 123_456_789);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HardlinkPolicy.Copy)]
    [InlineData(HardlinkPolicy.Reflink)]
    public async Task Owner_mode_attributes_and_access_control_lists_are_kept_and_the_time_is_now(HardlinkPolicy policy)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root may give a file to somebody else.");
        Assert.SkipUnless(Tools.Has("setfacl") && Tools.Has("setfattr"), "setfacl and setfattr (packages acl and attr) are not installed.");
        using var mount = Mount.WithReflinks();
        using var bench = new Workbench(Options(policy), parentFolder: mount.Folder);
        var path = AddLinked(bench);
        Tools.Run("chown", "1234:2345", path);
        Tools.Run("chmod", "2640", path);
        Tools.Run("setfacl", "-m", "user:3456:rw-,group:4567:r--", path);
        Tools.Run("setfattr", "-n", "user.note", "-v", "seen \u00e9", path);
        Tools.Run("setfattr", "-n", "user.empty", path);
        SetModified(path, LongAgo);
        var before = Describe(path);
        var clock = Path.Combine(bench.Data, "clock");
        await File.WriteAllBytesAsync(clock, [], Cancellation);
        var start = File.GetLastWriteTimeUtc(clock);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal(before, Describe(path));
        Assert.Equal(before, Describe(bench.Path("seeding.mkv")));
        Assert.True(File.GetLastWriteTimeUtc(path) >= start);
        Assert.Equal(LongAgo, Status(bench.Path("seeding.mkv")).Modified);
    }

    [Fact]
    public async Task It_gets_no_access_control_list_that_the_first_one_does_not_have()
    {
        Assert.SkipUnless(Tools.Has("setfacl"), "setfacl (package acl) is not installed.");
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));
        var path = AddLinked(bench);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite);
        Tools.Run("setfacl", "--default", "-m", "user:3456:rw-", bench.Media);
        var before = Describe(path);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal(before, Describe(path));
    }

    [Theory]
    [InlineData("created")]
    [InlineData("copied")]
    public async Task Nobody_else_may_read_it_before_it_has_the_rights_of_the_first_one(string instant)
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));
        var path = AddLinked(bench);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        UnixFileMode? mode = null;

        await Instants.RunAsync(
            instant, () => mode = File.GetUnixFileMode(Path.Combine(bench.Media, bench.Names().Single(name => name.StartsWith('.')))), () => bench.FixAsync(path));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer)]
    [InlineData(HardlinkPolicy.Copy)]
    public async Task The_modification_time_can_be_kept_to_the_nanosecond(HardlinkPolicy policy)
    {
        using var bench = new Workbench(Options(policy) with { KeepModifiedTime = true });
        var path = policy is HardlinkPolicy.Copy ? AddLinked(bench) : bench.AddFilm();
        SetModified(path, LongAgo);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        Assert.Equal(LongAgo, Status(path).Modified);

        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(LongAgo, Status(path).Modified);
    }

    [Fact]
    public async Task A_disk_without_room_for_a_copy_makes_the_file_wait()
    {
        using var mount = Mount.InMemory("8m");
        using var bench = new Workbench(Options(HardlinkPolicy.Copy), parentFolder: mount.Folder);
        var path = AddLinked(bench, "film.mp4");
        await WaitsForSpaceAsync(bench, path, () => bench.FixAsync(path));
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_the_copy_is_made_makes_the_file_wait()
    {
        using var mount = Mount.InMemory("80m");
        using var bench = new Workbench(Options(HardlinkPolicy.Copy), parentFolder: mount.Folder);
        var path = AddLinked(bench, "film.mp4");
        var filler = Path.Combine(mount.Folder, "filler");
        await WaitsForSpaceAsync(bench, path, () => Instants.RunAsync("measured", Fill, () => bench.FixAsync(path)));
        File.Delete(filler);
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        void Fill()
        {
            using var file = File.OpenHandle(filler, FileMode.CreateNew, FileAccess.Write);
            var block = new byte[4096];
            try
            {
                for (var offset = 0L; ; offset += block.Length)
                {
                    RandomAccess.Write(file, block, offset);
                }
            }
            catch (IOException)
            {
                // Full, as it shall be.
            }
        }
    }

    private static async Task WaitsForSpaceAsync(Workbench bench, string path, Func<Task<AudioFixOutcome>> fix)
    {
        var before = await File.ReadAllBytesAsync(path, Cancellation);
        Assert.Equal(WaitReason.NoSpace, Assert.IsType<AudioFixOutcome.Waiting>(await fix()).Reason);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancellation));
        Assert.Equal(["film.mp4", "seeding.mkv"], bench.Names());
        Assert.Empty(await bench.PendingAsync());
    }

    private static AudioOptions Options(HardlinkPolicy policy) => new() { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = policy };

    private static string AddLinked(Workbench bench, string name = "film.mkv")
    {
        var path = bench.AddFilm(name);
        Tools.Run("ln", path, bench.Path("seeding.mkv"));
        return path;
    }

    /// <summary>Owner, mode, attributes and lists, as the tools of the machine print them.</summary>
    private static string Describe(string path) =>
        Tools.Run("stat", "-c", "%u %g %a", path)
        + Tools.Run("getfacl", "--numeric", "--omit-header", "--absolute-names", path)
        + (Tools.Has("getfattr") ? Tools.Run("getfattr", "--dump", "--match=-", "--absolute-names", path).Replace(path, "", StringComparison.Ordinal) : "");

    private static void SetModified(string path, FileTime time)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        LinuxFile.SetModifiedTime(handle, time);
    }

    private static FileStatus Status(string path)
    {
        using var handle = LinuxFile.OpenPath(path);
        return LinuxFile.Status(handle);
    }
}
