using ArrFunctions.Audio;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Jobs;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Audio;

/// <summary>What each policy does with a file that has a second name.</summary>
public sealed class HardlinkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HardlinkPolicy.Defer)]
    [InlineData(HardlinkPolicy.Allow)] // without its second key
    public async Task It_waits(HardlinkPolicy policy)
    {
        using var bench = new Workbench(Options(policy));
        var (path, seeding, before) = await AddAsync(bench);

        var waiting = Assert.IsType<AudioFixOutcome.Waiting>(await bench.FixAsync(path));

        Assert.Equal(WaitReason.Hardlinked, waiting.Reason);
        Assert.Contains("2 names", waiting.Sentence, StringComparison.Ordinal);
        Assert.Equal(WaitReason.Hardlinked, Assert.IsType<AudioFixOutcome.Waiting>(await bench.PlanAsync(path)).Reason);
        await HaveAsync(before, path, seeding);
        Assert.Empty(await bench.PendingAsync());
    }

    [Fact]
    public async Task Trying_again_and_again_where_blocks_cannot_be_shared_keeps_no_records()
    {
        using var mount = Mount.InMemory("16m");
        var tables = new MemoryTableStore();
        using var bench = new Workbench(Options(HardlinkPolicy.Reflink), tables, mount.Folder);
        var (path, seeding, before) = await AddAsync(bench);

        Assert.IsType<AudioFixOutcome.Waiting>(await bench.FixAsync(path));
        Assert.IsType<AudioFixOutcome.Waiting>(await bench.FixAsync(path));

        await HaveAsync(before, path, seeding);
        for (var partition = 0; partition < UndoId.Partitions; partition++)
        {
            Assert.Empty((await tables.ListAsync("AudioUndo", UndoId.Partition(partition), RowKeyRange.All, limit: 1, cancellationToken: Cancellation)).Rows);
        }
    }

    [Fact]
    public async Task Once_the_other_name_is_gone_it_is_changed()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Defer));
        var (path, seeding, _) = await AddAsync(bench);
        Assert.IsType<AudioFixOutcome.Waiting>(await bench.FixAsync(path));
        File.Delete(seeding);
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
    }

    [Fact]
    public async Task It_is_skipped_for_good()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Skip));
        var (path, seeding, before) = await AddAsync(bench);

        Assert.Equal(SkipReason.Hardlinked, Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path)).Reason);
        Assert.Equal(SkipReason.Hardlinked, Assert.IsType<AudioFixOutcome.Skipped>(await bench.PlanAsync(path)).Reason);
        await HaveAsync(before, path, seeding);
    }

    [Fact]
    public async Task With_both_keys_it_is_changed_under_all_its_names()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Allow) with { AllowHardlinkEdits = true });
        var (path, seeding, before) = await AddAsync(bench);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        Assert.Equal(2U, Status(path).Links);
        Assert.NotEqual(before, await File.ReadAllBytesAsync(seeding, Cancellation));
        Assert.Equal(await File.ReadAllBytesAsync(path, Cancellation), await File.ReadAllBytesAsync(seeding, Cancellation));
    }

    [Fact]
    public async Task A_copy_takes_its_name_and_the_other_name_keeps_the_original_bytes()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));
        var (path, seeding, before) = await AddAsync(bench);

        var changed = Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        await HaveAsync(before, seeding);
        Assert.Equal((1U, 1U), (Status(path).Links, Status(seeding).Links));
        Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
        Assert.IsType<AudioFixOutcome.AlreadyCorrect>(await bench.FixAsync(path));
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(changed.UndoId!));
        await HaveAsync(before, path, seeding);
    }

    [Fact]
    public async Task An_undo_of_a_copy_that_got_a_second_name_itself_replaces_it_again()
    {
        using var bench = new Workbench(Options(HardlinkPolicy.Copy));
        var (path, _, before) = await AddAsync(bench);
        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));
        var third = bench.Path("third.mkv");
        Tools.Run("ln", path, third);
        var after = await File.ReadAllBytesAsync(third, Cancellation);

        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));

        await HaveAsync(before, path);
        await HaveAsync(after, third);
        Assert.Equal(SkipReason.HandsOff, Assert.IsType<AudioFixOutcome.Skipped>(await bench.FixAsync(path, isNamed: false)).Reason);
    }

    [Fact]
    public async Task A_clone_takes_its_name_where_blocks_can_be_shared()
    {
        using var mount = Mount.WithReflinks();
        using var bench = new Workbench(Options(HardlinkPolicy.Reflink), parentFolder: mount.Folder);
        var (path, seeding, before) = await AddAsync(bench);

        Assert.IsType<AudioFixOutcome.Changed>(await bench.FixAsync(path));

        await HaveAsync(before, seeding);
        Assert.Equal((1U, 1U), (Status(path).Links, Status(seeding).Links));
        Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
        Assert.IsType<AudioUndoOutcome.Undone>(await bench.UndoAsync(path));
        await HaveAsync(before, path, seeding);
    }

    [Fact]
    public async Task Where_blocks_cannot_be_shared_the_policy_reflink_waits_and_never_copies()
    {
        using var mount = Mount.InMemory("4m");
        using var bench = new Workbench(Options(HardlinkPolicy.Reflink), parentFolder: mount.Folder);
        var (path, seeding, before) = await AddAsync(bench);

        var waiting = Assert.IsType<AudioFixOutcome.Waiting>(await bench.FixAsync(path));

        Assert.Equal(WaitReason.Hardlinked, waiting.Reason);
        Assert.Contains("reflink", waiting.Sentence, StringComparison.Ordinal);
        await HaveAsync(before, path, seeding);
        Assert.Equal(["film.mkv", "seeding.mkv"], bench.Names());
        Assert.Empty(await bench.PendingAsync());
    }

    [Theory]
    [InlineData(HardlinkPolicy.Defer, false, HardlinkAction.Wait)]
    [InlineData(HardlinkPolicy.Reflink, false, HardlinkAction.ReplaceByClone)]
    [InlineData(HardlinkPolicy.Copy, false, HardlinkAction.ReplaceByCopy)]
    [InlineData(HardlinkPolicy.Skip, false, HardlinkAction.Skip)]
    [InlineData(HardlinkPolicy.Allow, false, HardlinkAction.Wait)]
    [InlineData(HardlinkPolicy.Allow, true, HardlinkAction.EditInPlace)]
    internal void Several_names_and_a_count_that_cannot_be_believed_are_the_same(HardlinkPolicy policy, bool isAllowed, HardlinkAction action)
    {
        var options = Options(policy) with { AllowHardlinkEdits = isAllowed };
        Assert.Equal(action, HardlinkDecision.ActionFor(links: 2, isReliable: true, options));
        Assert.Equal(action, HardlinkDecision.ActionFor(links: 1, isReliable: false, options));
        Assert.Equal(HardlinkAction.EditInPlace, HardlinkDecision.ActionFor(links: 1, isReliable: true, options));
    }

    [Theory]
    [InlineData(0xEF53, true)] // ext4
    [InlineData(0x58465342, true)] // XFS
    [InlineData(0x9123683E, true)] // btrfs
    [InlineData(0x6969, true)] // NFS
    [InlineData(0x65735546, false)] // FUSE
    [InlineData(0xFF534D42, false)] // CIFS
    [InlineData(0xFE534D42, false)] // SMB 2 and later
    [InlineData(0x01021997, false)] // 9p
    internal void Link_counts_are_believed_by_the_kind_of_file_system(long type, bool isReliable)
    {
        Assert.Equal(isReliable, FileSystems.HasReliableLinks(type));

        // Some kernels give the number as a signed one of 32 bits.
        Assert.Equal(isReliable, FileSystems.HasReliableLinks((int)type));
    }

    private static AudioOptions Options(HardlinkPolicy policy) => new() { Languages = [LanguageTag.Parse("jpn")], HardlinkPolicy = policy };

    private static async Task<(string Path, string Seeding, byte[] Before)> AddAsync(Workbench bench)
    {
        var path = bench.AddFilm();
        Tools.Run("ln", path, bench.Path("seeding.mkv"));
        return (path, bench.Path("seeding.mkv"), await File.ReadAllBytesAsync(path, Cancellation));
    }

    private static async Task HaveAsync(byte[] bytes, params string[] paths)
    {
        foreach (var path in paths)
        {
            Assert.Equal(bytes, await File.ReadAllBytesAsync(path, Cancellation));
        }
    }

    private static FileStatus Status(string path)
    {
        using var handle = LinuxFile.OpenPath(path);
        return LinuxFile.Status(handle);
    }
}
