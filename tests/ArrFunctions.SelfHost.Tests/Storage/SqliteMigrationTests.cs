using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>Real files of earlier versions, made by the programs of those versions.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> Instants =>
    [
        (1, "backup before migration"), (1, "migrating"), (1, "migrated"), (2, "backup before migration"), (2, "migrating"), (2, "migrated"),
    ];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_earlier_version_is_backed_up_migrated_and_works(int version)
    {
        Bring(version);

        await using var file = folder.Open();

        await AssertWorksAsync(file, version);
        var backup = Assert.Single(await BackupShelf.ListAsync(new FolderBackups(new(), folder.Options), Cancellation));
        Assert.Equal((BackupReason.Migration, version, 65, null), (backup.Reason, backup.Format, backup.Rows, backup.Trouble));
        var applied = await file.ReadAsync(SqliteSchema.Applied, Cancellation);
        Assert.Equal(Enumerable.Range(version + 1, (int)SqliteSchema.Version - version).Select(number => (long)number), applied.Select(one => one.Version));
        Assert.All(applied, one => Assert.Equal(backup.Name, one.Backup));
        Assert.Equal(1L, await file.ReadAsync(session => session.Scalar("SELECT count(*) FROM rows WHERE content LIKE '%state.migrated%'"), Cancellation));
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Killed_in_the_middle_the_next_start_goes_on_and_a_rollback_still_goes_all_the_way_back(int version, string instant)
    {
        Bring(version);
        using (var child = ChildProcess.Start("kill-at", instant, "0", "migrate", folder.Path))
        {
            Assert.NotEqual(0, await child.FinishAsync(Cancellation));
        }

        await using (var file = folder.Open())
        {
            Assert.True(file.WasChecked);
            await AssertWorksAsync(file, version);
        }

        Assert.Equal(0, (await Commands.CommandRun.OfAsync("admin", "rollback", "--yes", "--data", folder.Path)).ExitCode);
        using var session = SqliteSession.OpenReader(folder.Options);
        Assert.Equal(version, SqliteSchema.Found(session));
    }

    [Fact]
    public void Damage_that_the_backup_before_it_meets_is_told_as_damage()
    {
        Bring(2);
        using (var session = SqliteSession.OpenWriter(folder.Options))
        {
            session.KeepLogAtClose(keep: false); // A stop in order.
        }

        using (var file = File.OpenWrite(folder.Options.DatabasePath))
        {
            file.Position = file.Length / 4096 / 2 * 4096;
            file.Write(new byte[4096]);
        }

        new StopMark(folder.Options).Set();

        Assert.True(Assert.Throws<StoreException>(folder.Open).IsDamage);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Rolled_back_it_is_what_it_was(int version)
    {
        Bring(version);
        await using (var file = folder.Open())
        {
            await new SqliteTableStore(file).CommitAsync("Jobs", "00", [new TableChange.Insert("later", "{}")], Cancellation);
        }

        var run = await Commands.CommandRun.OfAsync("admin", "rollback", "--yes", "--data", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains($"format {version}: start the version of ArrFunctions that ran before", run.Output, StringComparison.Ordinal);
        using (var session = SqliteSession.OpenReader(folder.Options))
        {
            Assert.Equal(version, SqliteSchema.Found(session));
            Assert.Equal(65L, session.Scalar("SELECT count(*) FROM rows WHERE tbl <> 'Audit'"));
        }

        var kept = Assert.Single(Directory.GetDirectories(folder.Path, "before-restore-*"));
        await using var current = StateFolder.Open(new SqliteOptions { Folder = kept });
        Assert.NotNull(await new SqliteTableStore(current).GetAsync("Jobs", "00", "later", Cancellation));
    }

    [Fact]
    public void Without_a_backup_nothing_is_migrated()
    {
        Bring(2);
        File.WriteAllText(folder.Options.BackupFolder, "a file where the folder should be");
        var before = File.ReadAllBytes(folder.Options.DatabasePath);

        var refused = Assert.Throws<StoreException>(folder.Open);

        Assert.Contains("Nothing was changed: the older program still works.", refused.Message, StringComparison.Ordinal);
        using var session = SqliteSession.OpenReader(folder.Options);
        Assert.Equal(2, SqliteSchema.Found(session));
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task While_another_process_has_it_open_it_is_not_migrated()
    {
        Bring(2);
        var locks = new StateLocks(folder.Options);
        using (locks.Join())
        {
            Assert.Contains("another process has it open", Assert.Throws<StoreException>(folder.Open).Message, StringComparison.Ordinal);
        }

        await using var file = folder.Open();
        await AssertWorksAsync(file, 2);
    }

    private static async Task AssertWorksAsync(SqliteStateFile file, int version)
    {
        var (tables, queue) = (new SqliteTableStore(file), new SqliteWorkQueue(file, TimeProvider.System));
        Assert.Equal(SqliteSchema.Version, await file.ReadAsync(SqliteSchema.Found, Cancellation));
        Assert.Equal("""{"title":"日本語 24"}""", (await tables.GetAsync("Jobs", "00", "j~024", Cancellation))?.Content);
        Assert.Equal("""{"path":"/media/Film 39 Ü.mkv","bytes":"00880027"}""", (await tables.GetAsync("Undo", "u0", "r~039", Cancellation))?.Content);
        Assert.Equal(65L, await file.ReadAsync(session => session.Scalar("SELECT count(*) FROM rows WHERE tbl IN ('Jobs', 'Undo')"), Cancellation));
        Assert.Equal(version < 2 ? 0 : 12, await queue.CountAsync("webhook", Cancellation));
        await queue.SendAsync("webhook", "new", cancellationToken: Cancellation);
        await tables.CommitAsync("Jobs", "00", [new TableChange.Insert("new", "{}")], Cancellation);
    }

    private void Bring(int version)
    {
        Directory.CreateDirectory(folder.Path);
        File.Copy(Repository.PathOf($"tests/ArrFunctions.SelfHost.Tests/Fixtures/state/version-{version}.db"), folder.Options.DatabasePath);
    }
}
