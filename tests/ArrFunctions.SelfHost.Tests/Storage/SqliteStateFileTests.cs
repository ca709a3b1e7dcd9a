using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteStateFileTests : IDisposable
{
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_written_is_there_after_reopening()
    {
        await using (var file = folder.Open())
        {
            await Write(file, "a", "1");
        }

        await using var again = folder.Open();
        Assert.Equal("1", await Read(again, "a"));
        Assert.False(again.WasChecked);
    }

    [Fact]
    public async Task The_writer_flushes_each_commit_and_the_readers_make_no_checkpoint()
    {
        await using var file = folder.Open();
        object? synchronous = null;
        await file.WriteAsync(session => synchronous = session.Scalar("PRAGMA synchronous"), 0, Cancellation);

        Assert.Equal(2L, synchronous);
        Assert.Equal(0L, await file.ReadAsync(session => session.Scalar("PRAGMA wal_autocheckpoint"), Cancellation));
    }

    [Fact]
    public async Task A_clean_stop_leaves_one_file_without_a_log()
    {
        await using (var file = folder.Open())
        {
            await Write(file, "a", "1");
            Assert.True(File.Exists(folder.Options.DatabasePath + "-wal"));
        }

        Assert.Equal(
            ["state.db", "state.lock", "state.stopped"],
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Folder_and_files_are_for_their_owner_only()
    {
        await using var file = folder.Open();
        await Write(file, "a", "1");

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(owner | UnixFileMode.UserExecute, new DirectoryInfo(folder.Path).UnixFileMode);
        Assert.Equal(owner, new FileInfo(folder.Options.DatabasePath).UnixFileMode);
        Assert.Equal(owner, new FileInfo(folder.Options.DatabasePath + "-wal").UnixFileMode);
    }

    [Fact]
    public async Task Writes_that_arrive_together_share_transactions_and_are_all_durable()
    {
        const int producers = 64, writes = 20;
        await using (var file = folder.Open())
        {
            await Task.WhenAll(Enumerable.Range(0, producers).Select(p => Task.Run(
                async () =>
                {
                    for (var n = 0; n < writes; n++)
                    {
                        await Write(file, $"{p}-{n}", "1");
                    }
                },
                Cancellation)));
            Assert.InRange(file.Writer.Groups, 1, producers * writes / 2);
        }

        await using var again = folder.Open();
        Assert.Equal(producers * writes, await Count(again));
    }

    [Fact]
    public async Task A_conflict_in_a_shared_transaction_leaves_the_others()
    {
        await using var file = folder.Open();
        await Write(file, "taken", "1");
        var store = new SqliteTableStore(file);
        using var gate = new ManualResetEventSlim();
        var before = file.Writer.Groups;

        // The writer is busy with the first until all the others wait, so they make one group.
        var first = file.WriteAsync(_ => gate.Wait(Cancellation), 0, Cancellation);
        var good = Enumerable.Range(0, 10).Select(n => Write(file, $"good{n}", "1")).ToList();
        var bad = store.CommitAsync("Things", "p", [new TableChange.Insert("undone", "1"), new TableChange.Insert("taken", "2")], Cancellation);
        var after = Write(file, "after", "1");
        gate.Set();

        await Task.WhenAll([first, .. good, after]);
        Assert.IsType<TableConflictException>(bad.Exception?.InnerException);
        Assert.InRange(file.Writer.Groups - before, 1, 2);
        Assert.Equal(12, await Count(file));
        Assert.Null(await Read(file, "undone"));
    }

    [Fact]
    public async Task What_is_pending_at_the_end_is_written_and_later_writes_are_refused()
    {
        var file = folder.Open();
        var pending = Enumerable.Range(0, 200).Select(n => Write(file, $"{n}", "1")).ToList();

        await file.DisposeAsync();

        await Task.WhenAll(pending);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Write(file, "late", "1"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Read(file, "1"));
        await using var again = folder.Open();
        Assert.Equal(200, await Count(again));
    }

    [Fact]
    public async Task Two_open_files_of_one_process_see_each_others_writes()
    {
        await using var one = folder.Open();
        await using var two = folder.Open();

        await Task.WhenAll(Counter.IncrementAsync(new SqliteTableStore(one), 100), Counter.IncrementAsync(new SqliteTableStore(two), 100));

        Assert.Equal(200, await Counter.ReadAsync(new SqliteTableStore(one)));
        Assert.False(two.WasChecked);
    }

    [Fact]
    public async Task A_damaged_page_is_found_at_every_start_after_an_unclean_stop()
    {
        await using (var file = folder.Open())
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(n => Write(file, $"{n:000}", new string('1', 500))));
        }

        Damage(offset: 4096 * 20);
        var bytes = await File.ReadAllBytesAsync(folder.Options.DatabasePath, Cancellation);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var failure = Assert.Throws<StoreException>(() => folder.Open());
            Assert.Contains($"{folder.Options.DatabasePath} is damaged", failure.Message, StringComparison.Ordinal);
            Assert.Contains("backup", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(bytes, await File.ReadAllBytesAsync(folder.Options.DatabasePath, Cancellation));
    }

    [Fact]
    public async Task Damage_that_is_met_later_is_explained_and_checked_at_the_next_start()
    {
        await using (var file = folder.Open())
        {
            await Task.WhenAll(Enumerable.Range(0, 500).Select(n => Write(file, $"{n:000}", new string('1', 500))));
        }

        Damage(offset: 4096 * 20);
        new StopMark(folder.Options).Set();
        await using (var file = folder.Open())
        {
            Assert.False(file.WasChecked);
            var failure = await Assert.ThrowsAsync<StoreException>(() => Count(file));
            Assert.Contains($"{folder.Options.DatabasePath} is damaged", failure.Message, StringComparison.Ordinal);
        }

        Assert.Throws<StoreException>(() => folder.Open());
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(folder.Options.DatabasePath, new string('x', 10_000), Cancellation);

        var failure = Assert.Throws<StoreException>(() => folder.Open());

        Assert.Contains("is damaged: SQLite Error 26", failure.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 10_000), await File.ReadAllTextAsync(folder.Options.DatabasePath, Cancellation));
    }

    [Fact]
    public async Task A_file_put_in_place_of_the_one_that_was_closed_is_checked()
    {
        await folder.Open().DisposeAsync();
        File.Delete(folder.Options.StopMarkPath);
        await using (var file = folder.Open())
        {
            Assert.True(file.WasChecked);
        }

        Execute("CREATE TABLE other (x)");

        await using var again = folder.Open();
        Assert.True(again.WasChecked);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused()
    {
        await folder.Open().DisposeAsync();
        Execute("PRAGMA user_version=7");

        var failure = Assert.Throws<StoreException>(() => folder.Open());

        Assert.Contains($"newer version of ArrFunctions (format 7; this one knows up to {SqliteSchema.Version})", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_explained()
    {
        File.WriteAllText(folder.Path, "");

        var failure = Assert.Throws<StoreException>(() => folder.Open());

        Assert.Contains($"The data folder {folder.Path} cannot be used", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sys/kernel")]
    [InlineData("/sys/arrfunctions")]
    public void A_folder_that_takes_no_files_is_explained(string readOnly)
    {
        // sysfs lets nobody make a file, root included.
        var failure = Assert.Throws<StoreException>(() => StateFolder.Open(new SqliteOptions { Folder = readOnly }));

        Assert.Contains($"The data folder {readOnly} cannot be used", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_program_locks_fails_the_write_and_the_next_one_works()
    {
        await using var file = StateFolder.Open(folder.Options with { Patience = TimeSpan.FromMilliseconds(100) });
        using (var other = Connect())
        {
            Execute(other, "BEGIN IMMEDIATE");
            var failure = await Assert.ThrowsAsync<StoreException>(() => Write(file, "a", "1"));
            Assert.Contains("Another program kept the state file", failure.Message, StringComparison.Ordinal);
        }

        await Write(file, "a", "2");
        Assert.Equal("2", await Read(file, "a"));
    }

    [Fact]
    public async Task A_full_disk_fails_the_write_and_the_next_one_works_when_there_is_room()
    {
        var large = new string('1', 100_000);
        await using (var file = folder.Open())
        {
            await Write(file, "before", "1");

            // SQLite counts a file that has reached this size as a full disk; it takes the present size for 1.
            await file.WriteAsync(session => session.Execute("PRAGMA max_page_count=1"), 0, Cancellation);
            var failure = await Assert.ThrowsAsync<StoreException>(() => Write(file, "lost", large));
            Assert.Contains("The disk is full", failure.Message, StringComparison.Ordinal);
            Assert.Equal("1", await Read(file, "before"));
            Assert.Null(await Read(file, "lost"));

            await file.WriteAsync(session => session.Execute("PRAGMA max_page_count=1000000"), 0, Cancellation);
            await Write(file, "after", large);
        }

        await using var again = folder.Open();
        Assert.Equal(2, await Count(again));
    }

    private static Task Write(SqliteStateFile file, string key, string content) =>
        new SqliteTableStore(file).CommitAsync("Things", "p", [new TableChange.Upsert(key, content)], Cancellation);

    private static async Task<string?> Read(SqliteStateFile file, string key) =>
        (await new SqliteTableStore(file).GetAsync("Things", "p", key, Cancellation))?.Content;

    private static async Task<int> Count(SqliteStateFile file) =>
        await new SqliteTableStore(file).ReadAllAsync("Things", "p", RowKeyRange.All, Cancellation).CountAsync(Cancellation);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={folder.Options.DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Damage(int offset)
    {
        using var file = File.OpenWrite(folder.Options.DatabasePath);
        file.Position = offset;
        file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
    }
}
