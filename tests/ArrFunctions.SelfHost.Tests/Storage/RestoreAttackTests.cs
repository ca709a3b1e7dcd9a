using System.IO.Compression;
using System.Text.Json;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Tests.Commands;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>Backups that are damaged or made up, and folders that a restore cannot work on: each ends with a sentence, and the old state is there and works.</summary>
public sealed class RestoreAttackTests : IDisposable
{
    private const int Cuts = 20;
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backup => $"{folder.Path}.zip";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Cut_off_anywhere_it_is_refused()
    {
        await MakeAsync();
        var whole = await File.ReadAllBytesAsync(Backup, Cancellation);
        foreach (var part in Enumerable.Range(0, Cuts))
        {
            await File.WriteAllBytesAsync(Backup, whole[..(whole.Length * part / Cuts)], Cancellation);
            await AssertRefusedAsync();
        }
    }

    [Fact]
    public async Task With_a_bit_turned_around_it_is_refused_or_the_state_is_as_it_was()
    {
        await MakeAsync();
        var whole = await File.ReadAllBytesAsync(Backup, Cancellation);
        var refused = 0;
        for (var bit = 5; bit < whole.Length * 8; bit += (whole.Length * 8 / 60) + 1)
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(Backup, damaged, Cancellation);
            refused += await TryRestoreAsync() is null ? 0 : 1;
            Assert.Equal("\"there\"", await FoundAsync());
        }

        Assert.True(refused > 40, $"{refused} were refused.");
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 49)]
    public async Task Lengths_beyond_any_disk_are_refused(long length)
    {
        await MakeAsync();
        Forge(manifest => manifest with { Entries = [.. manifest.Entries!.Select(entry => entry with { Length = length })] });

        await AssertRefusedAsync();
    }

    [Fact]
    public async Task Rows_beyond_any_sum_are_refused_and_the_list_of_backups_goes_on()
    {
        await MakeAsync();
        Forge(static manifest => manifest with { Rows = new(StringComparer.Ordinal) { ["A"] = long.MaxValue, ["B"] = long.MaxValue } });
        Directory.CreateDirectory(folder.Options.BackupFolder);
        File.Copy(Backup, Path.Combine(folder.Options.BackupFolder, "arrfunctions-20260131T023000Z.zip"));

        await AssertRefusedAsync();

        Assert.NotNull(Assert.Single(await BackupShelf.ListAsync(new FolderBackups(new(), folder.Options), Cancellation)).Trouble);
    }

    [Fact]
    public async Task One_of_a_newer_state_is_refused()
    {
        await MakeAsync();
        Forge(static manifest => manifest with { StateFormat = SqliteSchema.Version + 1 });

        Assert.Contains("Update this one first", await AssertRefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_at_once_each_ends_and_the_state_is_whole()
    {
        await MakeAsync();

        var runs = await Task.WhenAll(RunAsync(), RunAsync());

        Assert.Contains(runs, static run => run.ExitCode == 0);
        Assert.All(runs.Where(static run => run.ExitCode != 0), static run => Assert.Contains("another restore is at work", run.Errors, StringComparison.Ordinal));
        Assert.Equal("\"there\"", await FoundAsync());

        Task<CommandRun> RunAsync() => CommandRun.OfAsync("admin", "restore", Backup, "--yes", "--data", folder.Path);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_state_is_told_and_a_restore_sets_it_aside()
    {
        await MakeAsync();
        foreach (var file in Directory.GetFiles(folder.Path, "state.db*"))
        {
            File.Delete(file);
        }

        Directory.CreateDirectory(folder.Options.DatabasePath);

        Assert.Contains(folder.Options.DatabasePath, Assert.Throws<StoreException>(folder.Open).Message, StringComparison.Ordinal);
        Assert.Null(await TryRestoreAsync());
        Assert.Equal("\"there\"", await FoundAsync());
    }

    [Fact]
    public async Task On_a_disk_that_is_read_only_it_says_so_and_the_old_state_is_there()
    {
        await MakeAsync();
        using var mount = Mount.InMemory("8m");
        var data = Path.Combine(mount.Folder, "data");
        await FillAsync(new SqliteOptions { Folder = data });
        mount.MakeReadOnly();

        var run = await CommandRun.OfAsync("admin", "restore", Backup, "--yes", "--data", data);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(data, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_salvage_that_was_decided_and_cut_off_does_not_take_the_place_of_what_is_restored()
    {
        await MakeAsync();
        await FillAsync(new SqliteOptions { Folder = $"{folder.Path}-salvaged" }, "salvaged");
        File.Copy(Path.Combine($"{folder.Path}-salvaged", "state.db"), Path.Combine(folder.Path, "state.salvaged-20260131T023000000Z.db"));

        Assert.Null(await TryRestoreAsync());

        Assert.Equal("\"there\"", await FoundAsync());
    }

    [Fact]
    public async Task Without_room_nothing_is_touched()
    {
        await MakeAsync();
        using var mount = Mount.InMemory("24m");
        var options = new SqliteOptions { Folder = Path.Combine(mount.Folder, "data") };
        await FillAsync(options, "old");

        var refused = await Assert.ThrowsAsync<StoreException>(() => new StateRestore(options, TimeProvider.System).RunAsync(Backup, static _ => { }, Cancellation));

        Assert.Contains("are free", refused.Message, StringComparison.Ordinal);
        Assert.Equal("\"old\"", await FoundAsync(options));
    }

    private async Task<string> AssertRefusedAsync()
    {
        var names = Names();
        var refused = await TryRestoreAsync();
        Assert.NotNull(refused);
        Assert.Equal(names, Names());
        Assert.Equal("\"there\"", await FoundAsync());
        return refused;
    }

    /// <returns>Why it was refused; null: it was not.</returns>
    private async Task<string?> TryRestoreAsync()
    {
        try
        {
            await new StateRestore(folder.Options, TimeProvider.System).RunAsync(Backup, static _ => { }, Cancellation);
            return null;
        }
        catch (Exception refused) when (refused is StateFileException or StoreException)
        {
            return refused.Message;
        }
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(folder.Path).Where(static name => !name.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private async Task MakeAsync()
    {
        await FillAsync(folder.Options);
        await using var file = folder.Open();
        await new BackupBuild(
            new SqliteCopy(file, folder.Options, TimeProvider.System), new FolderArtifactStore(folder.Path), new SqliteTableStore(file), new(), folder.Path)
            .RunAsync(Backup, BackupReason.Asked, static _ => { }, Cancellation);
    }

    private static async Task FillAsync(SqliteOptions options, string which = "there")
    {
        await using var file = StateFolder.Open(options);
        await new SqliteTableStore(file).CommitAsync("Things", "p", [new TableChange.Insert("which", $"\"{which}\"")], Cancellation);
    }

    private Task<string> FoundAsync() => FoundAsync(folder.Options);

    private static async Task<string> FoundAsync(SqliteOptions options)
    {
        await using var file = StateFolder.Open(options);
        return (await new SqliteTableStore(file).GetAsync("Things", "p", "which", Cancellation))!.Content;
    }

    /// <summary>The same zip with another first entry.</summary>
    private void Forge(Func<BackupManifest, BackupManifest> change)
    {
        using var zip = ZipFile.Open(Backup, ZipArchiveMode.Update);
        List<(string Name, byte[] Content)> entries = [.. zip.Entries.Select(static entry => (entry.FullName, Read(entry)))];
        foreach (var entry in zip.Entries.ToList())
        {
            entry.Delete();
        }

        entries[0] = (entries[0].Name, JsonSerializer.SerializeToUtf8Bytes(change(JsonSerializer.Deserialize(entries[0].Content, BackupJson.Default.BackupManifest)!), BackupJson.Default.BackupManifest));
        foreach (var (name, content) in entries)
        {
            using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            stream.Write(content);
        }
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
