using System.Globalization;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class StateRestoreTests : IDisposable
{
    private const string Export = "00112233445566778899aabbccddeeff";
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backup => $"{folder.Path}.zip";

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_at_every_step_the_next_start_finds_the_old_or_the_new_state_whole()
    {
        await MakeBackupAsync("old");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var (instant, isDone) = (0, false); !isDone; instant++)
        {
            Directory.Delete(folder.Path, recursive: true);
            await FillAsync("new");
            using (var child = ChildProcess.Start("kill-at", "", instant.ToString(CultureInfo.InvariantCulture), "restore", folder.Path, Backup))
            {
                isDone = await child.FinishAsync(Cancellation) == 0;
            }

            var found = await FoundAsync();
            Assert.Equal(found, await BesideAsync());
            seen.Add(found);
            Assert.True(found is "old" || instant < 2, $"After instant {instant} the state is {found}.");
            Assert.False(File.Exists(Path.Combine(folder.Path, "restore.json")));
            Assert.True(instant < 50);
        }

        Assert.Equal(["new", "old"], seen.Order(StringComparer.Ordinal));
    }

    /// <summary>Between two names there is no file of that name.</summary>
    [Fact]
    public async Task A_command_that_comes_first_after_a_cut_finishes_it_and_finds_the_state()
    {
        await FillAsync("new");
        var staged = Directory.CreateDirectory(Path.Combine(folder.Path, "restore-20260101T000000000Z")).FullName;
        File.Move(folder.Options.DatabasePath, Path.Combine(staged, "state.db"));
        File.Delete(Path.Combine(folder.Path, "config.yaml"));
        new RestoreJournal(Path.GetFileName(staged), "before-restore-20260101T000000000Z", ["state.db"], []).Write(folder.Path);

        var run = await Commands.CommandRun.OfAsync("admin", "stats", "--json", "--data", folder.Path);

        Assert.Contains("\"Things\"", run.Output, StringComparison.Ordinal);
        Assert.Equal("new", await FoundAsync());
    }

    [Fact]
    public async Task The_old_state_is_kept_beside()
    {
        await MakeBackupAsync("old");
        Directory.Delete(folder.Path, recursive: true);
        await FillAsync("new");

        var restored = await RestoreAsync();

        Assert.Equal("old", await FoundAsync());
        await using var kept = StateFolder.Open(new SqliteOptions { Folder = restored.Kept! });
        Assert.Equal("\"new\"", (await new SqliteTableStore(kept).GetAsync("Things", "p", "which", Cancellation))?.Content);
        Assert.Equal("new", await File.ReadAllTextAsync(Path.Combine(restored.Kept!, "artifacts", Export, "scores.csv"), Cancellation));
    }

    [Fact]
    public async Task A_state_file_of_the_other_host_becomes_a_state()
    {
        await FillAsync("old");
        await using (var file = folder.Open())
        {
            var tables = new SqliteTableStore(file);
            await new BackupBuild(new StateFileCopy(tables, TimeProvider.System), new FolderArtifactStore(folder.Path), tables, new(), folder.Path)
                .RunAsync(Backup, BackupReason.Asked, static _ => { }, Cancellation);
        }

        Directory.Delete(folder.Path, recursive: true);
        var restored = await RestoreAsync();

        Assert.Null(restored.Kept);
        Assert.Equal(("old", "old"), (await FoundAsync(), await BesideAsync()));
    }

    /// <summary>As a file that is mounted into a container: no name of it can be taken away.</summary>
    [Fact]
    public async Task A_configuration_that_is_mounted_stays_and_a_mount_that_would_have_to_go_is_refused_before_anything_is_decided()
    {
        await MakeBackupAsync("old");
        Directory.Delete(folder.Path, recursive: true);
        await FillAsync("new");
        using (Mount.Over(Path.Combine(folder.Path, "secret-key")))
        {
            Assert.Contains("is a mount", (await Assert.ThrowsAsync<StoreException>(RestoreAsync)).Message, StringComparison.Ordinal);
            Assert.Equal("new", await FoundAsync());
        }

        using (Mount.Over(Path.Combine(folder.Path, "config.yaml")))
        {
            Assert.True((await RestoreAsync()).IsConfigurationBeside);
            Assert.Equal(
                ("new", "old", "old"),
                (await File.ReadAllTextAsync(Path.Combine(folder.Path, "config.yaml"), Cancellation), await File.ReadAllTextAsync(Path.Combine(folder.Path, "config.yaml.restored"), Cancellation), await FoundAsync()));
        }
    }

    [Fact]
    public async Task Damage_and_newer_formats_are_refused_and_nothing_is_touched()
    {
        await MakeBackupAsync("old");
        Directory.Delete(folder.Path, recursive: true);
        await FillAsync("new");
        var bytes = await File.ReadAllBytesAsync(Backup, Cancellation);
        bytes[bytes.Length / 2] ^= 0xFF;
        await File.WriteAllBytesAsync(Backup, bytes, Cancellation);
        var before = Names();

        await Assert.ThrowsAsync<StateFileException>(RestoreAsync);

        Assert.Equal(before, Names());
        Assert.Equal("new", await FoundAsync());
    }

    [Fact]
    public async Task Beside_a_service_or_a_command_it_does_nothing()
    {
        await MakeBackupAsync("old");
        using (ServiceLock.Acquire(folder.Path))
        {
            Assert.StartsWith("A service runs", (await Assert.ThrowsAsync<StoreException>(RestoreAsync)).Message, StringComparison.Ordinal);
        }

        await using (folder.Open())
        {
            Assert.StartsWith("Another command", (await Assert.ThrowsAsync<StoreException>(RestoreAsync)).Message, StringComparison.Ordinal);
        }

        await RestoreAsync();
    }

    [Fact]
    public async Task Three_old_states_are_kept()
    {
        await MakeBackupAsync("old");
        for (var round = 0; round < 5; round++)
        {
            await RestoreAsync();
        }

        Assert.Equal(3, Directory.GetDirectories(folder.Path, "before-restore-*").Length);
    }

    [Fact]
    public async Task Folders_that_a_person_made_or_renamed_are_left_alone()
    {
        await MakeBackupAsync("old");
        string[] theirs = ["restore-notes", "before-restore-keep", "before-restore-20260101T000000000Z-keep"];
        Array.ForEach(theirs, name => Directory.CreateDirectory(Path.Combine(folder.Path, name)));

        for (var round = 0; round < 4; round++)
        {
            await RestoreAsync();
        }

        Assert.All(theirs, name => Assert.True(Directory.Exists(Path.Combine(folder.Path, name)), name));
    }

    [Fact]
    public async Task With_a_clock_that_is_behind_what_was_just_replaced_is_kept()
    {
        await MakeBackupAsync("old");
        for (var day = 1; day <= 3; day++)
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, $"before-restore-2026010{day}T000000000Z"));
        }

        var restored = await new StateRestore(folder.Options, new SetTime { Now = DateTimeOffset.UnixEpoch }).RunAsync(Backup, static _ => { }, Cancellation);

        Assert.True(Directory.Exists(restored.Kept));
        Assert.Equal(3, Directory.GetDirectories(folder.Path, "before-restore-*").Length);
    }

    private string[] Names() => [.. Directory.GetFileSystemEntries(folder.Path).Where(name => !name.EndsWith("service.lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private Task<RestoredState> RestoreAsync() => new StateRestore(folder.Options, TimeProvider.System).RunAsync(Backup, static _ => { }, Cancellation);

    private async Task MakeBackupAsync(string which)
    {
        await FillAsync(which);
        await using var file = folder.Open();
        await new BackupBuild(
            new SqliteCopy(file, folder.Options, TimeProvider.System), new FolderArtifactStore(folder.Path), new SqliteTableStore(file), new(), folder.Path)
            .RunAsync(Backup, BackupReason.Asked, static _ => { }, Cancellation);
    }

    private async Task FillAsync(string which)
    {
        await using (var file = folder.Open())
        {
            await new SqliteTableStore(file).CommitAsync("Things", "p", [new TableChange.Insert("which", $"\"{which}\"")], Cancellation);
        }

        await new FolderArtifactStore(folder.Path).WriteAsync(Export, "scores.csv", async (stream, token) => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(which), token), Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "config.yaml"), which, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "secret-key"), which, Cancellation);
    }

    /// <summary>Opens the state, as the next start does.</summary>
    private async Task<string> FoundAsync()
    {
        await using var file = folder.Open();
        Assert.Equal("ok", await file.ReadAsync(session => session.Scalar("PRAGMA integrity_check"), Cancellation));
        return (await new SqliteTableStore(file).GetAsync("Things", "p", "which", Cancellation))!.Content.Trim('"');
    }

    /// <summary>What lies beside the state, which all is of one kind.</summary>
    private async Task<string> BesideAsync() => Assert.Single(new HashSet<string>(StringComparer.Ordinal)
    {
        await File.ReadAllTextAsync(Path.Combine(folder.Path, "config.yaml"), Cancellation),
        await File.ReadAllTextAsync(Path.Combine(folder.Path, "secret-key"), Cancellation),
        await File.ReadAllTextAsync(Path.Combine(folder.Path, "artifacts", Export, "scores.csv"), Cancellation),
    });
}
