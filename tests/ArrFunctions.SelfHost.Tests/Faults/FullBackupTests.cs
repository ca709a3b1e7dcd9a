using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Storage.Salvage;
using ArrFunctions.SelfHost.Tests.Storage;
using ArrFunctions.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Faults;

/// <summary>A disk that has no room for a backup, or for what is salvaged: the state is as it was, nothing half is left, and with room it works.</summary>
public sealed class FullBackupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_without_room_leaves_nothing_and_says_how_much_it_takes()
    {
        using var mount = Mount.InMemory("24m");
        using var folder = new StateFolder();
        await FillAsync(folder.Options);
        await using var file = folder.Open();
        var build = new BackupBuild(
            new SqliteCopy(file, folder.Options, TimeProvider.System), new FolderArtifactStore(folder.Path), new SqliteTableStore(file), new(), folder.Path);

        var refused = await Assert.ThrowsAsync<StoreException>(() => build.RunAsync(Path.Combine(mount.Folder, "a"), BackupReason.Asked, static _ => { }, Cancellation));

        Assert.Contains("are free", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(mount.Folder));
    }

    /// <summary>What others write meanwhile takes the room that was asked for.</summary>
    [Fact]
    public async Task A_disk_that_is_full_while_the_copy_is_written_leaves_nothing()
    {
        using var mount = Mount.InMemory("24m");
        using var folder = new StateFolder();
        await FillAsync(folder.Options);
        await using var file = folder.Open();
        FullDisk.Fill(Path.Combine(mount.Folder, "filling"));
        var copy = Path.Combine(mount.Folder, "copy");

        var refused = await Assert.ThrowsAsync<StoreException>(() => new SqliteCopy(file, folder.Options, TimeProvider.System).CopyAsync(copy, Cancellation));

        Assert.Contains("disk is full", refused.Message, StringComparison.Ordinal);
        Assert.False(refused.IsDamage);
        Assert.NotNull(await new SqliteTableStore(file).GetAsync("Things", "p", "which", Cancellation));
    }

    [Fact]
    public async Task A_salvage_without_room_changes_nothing_and_the_next_start_does_it()
    {
        using var mount = Mount.InMemory("8m");
        var options = new SqliteOptions { Folder = Path.Combine(mount.Folder, "data") };
        await FillAsync(options);
        await File.WriteAllTextAsync(options.StopMarkPath, "", Cancellation);
        await using (var database = File.OpenWrite(options.DatabasePath))
        {
            await database.WriteAsync(new byte[100], Cancellation);
        }

        var damaged = await File.ReadAllBytesAsync(options.DatabasePath, Cancellation);
        var filling = Path.Combine(mount.Folder, "filling");
        FullDisk.Fill(filling);

        var refused = Assert.Throws<StoreException>(() => Open(options));

        Assert.Contains("could not be written to a new one", refused.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(options.DatabasePath, Cancellation));
        Assert.DoesNotContain(Directory.GetFiles(options.Folder), static path => Path.GetFileName(path).StartsWith("state.salvage", StringComparison.Ordinal));
        File.Delete(filling);
        await using var file = Open(options);
        Assert.NotNull(await new SqliteTableStore(file).GetAsync("Things", "p", "which", Cancellation));
    }

    private static SqliteStateFile Open(SqliteOptions options) => new StateRescue(options, backupFolder: null, TimeProvider.System, NullLoggerFactory.Instance).Open();

    private static async Task FillAsync(SqliteOptions options)
    {
        await using var file = StateFolder.Open(options);
        await new SqliteTableStore(file).CommitAsync("Things", "p", [new TableChange.Insert("which", $"\"{new string('x', 30_000)}\"")], Cancellation);
    }
}
