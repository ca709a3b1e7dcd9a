using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Audio;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Jobs;

namespace ArrFunctions.Tests.Audio.Rewrites;

/// <summary>What a new file has to keep of the old one, other names of it, and what happens to it meanwhile.</summary>
[Collection(nameof(Instants))]
public sealed class RewriteProtectionTests
{
    public RewriteProtectionTests() => RewriteBench.SkipWithoutTools();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RewriteTool.Mkvmerge)]
    [InlineData(RewriteTool.Ffmpeg)]
    public async Task Owner_mode_attributes_and_access_control_lists_are_kept(RewriteTool tool)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && Tools.Has("setfacl"), "Needs root and setfacl (package acl).");
        using var bench = new Workbench(RewriteBench.Options(tool));
        var path = bench.AddNoRoom();
        Tools.Run("chown", "1234:5678", path);
        Tools.Run("chmod", "2640", path);
        Tools.Run("setfacl", "-m", "u:4321:rw,g:8765:r", path);
        Tools.Run("setfattr", "-n", "user.note", "-v", "a note", path);
        Tools.Run("setfacl", "-d", "-m", "u:1111:rwx", bench.Media); // A new file would inherit this one.
        var before = Described(path);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal(before, Described(path));
        Assert.Contains("4321", before, StringComparison.Ordinal);
        Assert.Contains("a note", before, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_modification_time_is_kept_where_that_is_wanted(bool isKept)
    {
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge) with { KeepModifiedTime = isKept });
        var path = bench.AddNoRoom();
        File.SetLastWriteTimeUtc(path, new(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        var before = RewriteBench.StatusOf(path).Modified;

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal(isKept, RewriteBench.StatusOf(path).Modified == before);
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer, false, "Waiting")]
    [InlineData(HardlinkPolicy.Reflink, false, "Waiting")]
    [InlineData(HardlinkPolicy.Skip, false, "Skipped")]
    [InlineData(HardlinkPolicy.Allow, false, "Waiting")]
    [InlineData(HardlinkPolicy.Allow, true, "Changed")]
    [InlineData(HardlinkPolicy.Copy, false, "Changed")]
    public async Task A_file_with_another_name_is_treated_by_the_policy_and_the_other_name_keeps_its_content(HardlinkPolicy policy, bool isAllowed, string expected)
    {
        using var bench = new Workbench(RewriteBench.Keeping(TimeSpan.FromDays(1)) with { HardlinkPolicy = policy, AllowHardlinkEdits = isAllowed });
        var (path, seeding) = (bench.AddNoRoom(), bench.Path("seeding.mkv"));
        Tools.Run("ln", path, seeding);
        var (status, bytes) = (RewriteBench.StatusOf(seeding), await File.ReadAllBytesAsync(seeding, Cancellation));

        var outcome = await bench.FixAsync(path);

        Assert.Equal(expected, outcome.GetType().Name);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(seeding, Cancellation));
        Assert.Equal((status.Inode, status.Modified), RewriteBench.StatusOf(seeding) is var now ? (now.Inode, now.Modified) : default);
        await bench.AssertNothingPendingAsync();
        if (outcome is not AudioFixOutcome.Changed)
        {
            Assert.Equal(status, RewriteBench.StatusOf(path));
            Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
            return;
        }

        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        Assert.Equal(status, RewriteBench.StatusOf(path)); // Both names lead to one file again.
        Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
    }

    [Fact]
    public async Task A_symbolic_link_stays_and_the_file_behind_it_is_written_anew()
    {
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge));
        var path = bench.AddNoRoom("behind/film.mkv");
        File.CreateSymbolicLink(bench.Path("link.mkv"), path);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(bench.Path("link.mkv")));

        Assert.Equal(path, new FileInfo(bench.Path("link.mkv")).LinkTarget);
        Assert.Equal([1], RealFile.DefaultsByFfprobe(path));
        Assert.Equal(["film.mkv"], Directory.GetFiles(bench.Path("behind")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nothing_outside_the_roots_is_written_anew()
    {
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge));
        using var outside = new Workbench();
        var path = outside.AddNoRoom();
        var before = RewriteBench.StatusOf(path);
        File.CreateSymbolicLink(bench.Path("link.mkv"), path);

        Assert.Equal(FailReason.OutsideRoots, Assert.IsType<AudioFixOutcome.Failed>(await bench.FixAsync(bench.Path("link.mkv"))).Reason);

        await outside.AssertUntouchedAsync(path, before);
    }

    private static readonly string[] Instant = ["created", "tool ended", "durable"];

    private static readonly string[] Disturbing = ["written", "deleted", "replaced", "linked"];

    public static TheoryData<string, string> Disturbances => new(
        from instant in Instant
        from disturbance in Disturbing
        select new TheoryDataRow<string, string>(instant, disturbance));

    [Theory]
    [MemberData(nameof(Disturbances))]
    public async Task What_happens_to_the_file_meanwhile_wins(string instant, string disturbance)
    {
        using var bench = new Workbench(RewriteBench.Keeping(TimeSpan.FromDays(1)));
        var path = bench.AddNoRoom();

        var outcome = await Instants.RunAsync(instant, () => Disturb(bench, path, disturbance), () => bench.FixAsync(path));

        Assert.Equal(WaitReason.InUse, Assert.IsType<AudioFixOutcome.Waiting>(outcome).Reason);
        await bench.AssertNothingPendingAsync();
        Assert.DoesNotContain(bench.Names(), name => name.EndsWith(".arrfunctions", StringComparison.Ordinal));
        switch (disturbance)
        {
            case "written":
                Assert.EndsWith("more", await File.ReadAllTextAsync(path, Cancellation), StringComparison.Ordinal);
                break;
            case "deleted":
                Assert.Empty(bench.Names());
                break;
            case "replaced":
                Assert.Equal("another film", await File.ReadAllTextAsync(path, Cancellation));
                break;
            default:
                Assert.Equal(RewriteBench.StatusOf(path), RewriteBench.StatusOf(bench.Path("seeding.mkv")));
                break;
        }
    }

    [Theory]
    [InlineData("written")]
    [InlineData("deleted")]
    [InlineData("replaced")]
    public async Task What_happens_in_the_last_instant_before_the_rename_wins_too(string disturbance)
    {
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge));
        var path = bench.AddNoRoom();

        var outcome = await Instants.RunAsync("ready", () => Disturb(bench, path, disturbance), () => bench.FixAsync(path));

        Assert.Equal(WaitReason.InUse, Assert.IsType<AudioFixOutcome.Waiting>(outcome).Reason);
        await bench.AssertNothingPendingAsync();
        Assert.Equal(disturbance == "deleted" ? [] : ["film.mkv"], bench.Names());
    }

    [Fact]
    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "The fix stands still at the instant until the other is done.")]
    public async Task A_film_that_takes_the_name_meanwhile_is_fixed_and_the_rewrite_of_the_other_leaves_nothing()
    {
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge));
        var (path, upgrade) = (bench.AddNoRoom(), bench.AddNoRoom("upgrade.mkv"));
        AudioFixOutcome? other = null;

        var outcome = await Instants.RunAsync(
            "tool ended",
            () =>
            {
                File.Move(upgrade, path, overwrite: true);
                other = Task.Run(() => bench.FixAsync(path)).GetAwaiter().GetResult();
            },
            () => bench.FixAsync(path));

        Assert.IsType<AudioFixOutcome.Changed>(other);
        Assert.IsType<AudioFixOutcome.Waiting>(outcome);
        Assert.Equal([1], RealFile.DefaultsByFfprobe(path));
        Assert.Equal(["film.mkv"], bench.Names());
        await bench.AssertNothingPendingAsync();
    }

    [Fact]
    public async Task A_disk_that_gets_full_makes_the_file_wait_and_room_lets_it_be_done()
    {
        using var mount = Mount.InMemory("80m");
        using var bench = new Workbench(RewriteBench.Options(RewriteTool.Mkvmerge), parentFolder: mount.Folder);
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);
        var filler = Path.Combine(mount.Folder, "filler");

        // Room enough when it begins, none when the program writes.
        var outcome = await Instants.RunAsync("tool begins", () => Fill(mount.Folder, filler), () => bench.FixAsync(path));

        Assert.True(outcome is AudioFixOutcome.Waiting { Reason: WaitReason.NoSpace }, outcome.Sentence);
        await bench.AssertUntouchedAsync(path, before);

        outcome = await bench.FixAsync(path);
        Assert.Matches(@"a new file needs \d+ bytes beside the old one, and \d+ are free", Assert.IsType<AudioFixOutcome.Waiting>(outcome).Sentence);
        await bench.AssertUntouchedAsync(path, before);

        File.Delete(filler);
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        Assert.Equal(["film.mkv"], bench.Names());
    }

    [Theory]
    [InlineData(RewriteTool.Mkvpropedit)]
    [InlineData(RewriteTool.Ffmpeg)]
    public async Task A_disk_that_gets_full_under_another_program_makes_the_file_wait_as_well(RewriteTool tool)
    {
        using var mount = Mount.InMemory("80m");
        using var bench = new Workbench(RewriteBench.Options(tool), parentFolder: mount.Folder);
        var path = bench.AddNoRoom();
        var before = RewriteBench.StatusOf(path);

        var outcome = await Instants.RunAsync("created", () => Fill(mount.Folder, Path.Combine(mount.Folder, "filler")), () => bench.FixAsync(path));

        Assert.True(outcome is AudioFixOutcome.Waiting { Reason: WaitReason.NoSpace }, outcome.Sentence);
        await bench.AssertUntouchedAsync(path, before);
    }

    private static void Disturb(Workbench bench, string path, string disturbance)
    {
        switch (disturbance)
        {
            case "written":
                File.AppendAllText(path, "more");
                break;
            case "deleted":
                File.Delete(path);
                break;
            case "replaced":
                File.WriteAllText(path + ".new", "another film");
                File.Move(path + ".new", path, overwrite: true);
                break;
            default:
                Tools.Run("ln", path, bench.Path("seeding.mkv"));
                break;
        }
    }

    /// <summary>Leaves less than the new file needs.</summary>
    private static void Fill(string folder, string filler)
    {
        using var file = File.OpenWrite(filler);
        file.Write(new byte[new DriveInfo(folder).AvailableFreeSpace - (16 * 1024)]);
    }

    private static string Described(string path) => string.Join('\n',
        Tools.Run("stat", "-c", "%u %g %a", path), Tools.Run("getfacl", "-cnp", path), Tools.Run("getfattr", "-d", "--absolute-names", path));
}
