using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage.Salvage;

namespace ArrFunctions.SelfHost.Tests.Faults.Salvage;

/// <summary>What comes back of a state that broke in one way or another; each starts from files that the service filled.</summary>
public sealed class SalvageTests(FilledState filled, ITestOutputHelper output) : IClassFixture<FilledState>
{
    private const int Header = 100;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_rows_come_back_where_the_header_was_overwritten()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        DamagedCopy.Write(copy.Database, 0, [.. Enumerable.Repeat((byte)0x5A, Header)]);

        var salvage = await copy.SalvageAsync();

        AssertAll(copy, copy.CameBack());
        Assert.False(salvage.IsPartial);
    }

    [Fact]
    public async Task All_rows_come_back_where_the_first_page_is_gone()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        copy.Garble(1);

        await copy.SalvageAsync();

        AssertAll(copy, copy.CameBack());
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xA5)]
    public async Task All_other_pages_come_back_where_pages_in_the_middle_were_overwritten(byte with)
    {
        using var copy = new DamagedCopy(filled.Stopped);
        GarbleMiddle(copy, 10, with);

        var salvage = await copy.SalvageAsync();

        var back = copy.CameBack();
        output.WriteLine($"{back} of {copy.WasThere()} rows came back; {salvage.LostPages} pages and {salvage.LostRows} rows are lost, {salvage.LooseRows} were loose.");
        Assert.True(salvage.IsPartial);
        Assert.InRange(back, copy.WasThere() * 7 / 10, copy.WasThere() - 1);
    }

    [Fact]
    public async Task What_is_left_of_a_truncated_file_comes_back()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        using (var file = File.OpenWrite(copy.Database))
        {
            file.SetLength((copy.Pages * 6 / 10 * DamagedCopy.Page) + 1000);
        }

        var salvage = await copy.SalvageAsync();

        var back = copy.CameBack();
        output.WriteLine($"{back} of {copy.WasThere()} rows came back; {salvage.LostPages} pages and {salvage.LostRows} rows are lost.");
        Assert.InRange(back, copy.WasThere() * 4 / 10, copy.WasThere() - 1);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("empty")]
    [InlineData("garbled")]
    [InlineData("headless")]
    public async Task The_database_alone_comes_back_where_the_log_is_lost_and_no_key_of_it_is_believed(string how)
    {
        using var copy = new DamagedCopy(filled.Killed);
        var log = copy.Options.LogPath;
        switch (how)
        {
            case "gone":
                File.Delete(log);
                break;
            case "empty":
                await File.WriteAllBytesAsync(log, [], Cancellation);
                break;
            case "garbled":
                DamagedCopy.Write(log, SalvageLog.HeaderBytes + (2 * (DamagedCopy.Page + 24)), [.. Enumerable.Repeat((byte)0xA5, 500)]);
                break;
            default:
                DamagedCopy.Write(log, 0, [.. Enumerable.Repeat((byte)0xA5, 32)]);
                break;
        }

        var salvage = await copy.SalvageAsync();

        output.WriteLine($"{salvage.Rows} rows came back, of {copy.WasThere()} at the end: {salvage.Reason}.");
        Assert.True(salvage.AreKeysGone);
        Assert.InRange(salvage.Rows, copy.WasThere() / 2, copy.WasThere());
        Assert.Equal(0L, DamagedCopy.Scalar(copy.Data, "SELECT count(*) FROM rows WHERE tbl IN ('Keys', 'Sessions')"));
        Assert.Equal("ok", DamagedCopy.Scalar(copy.Data, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_log_whose_database_is_damaged_is_read_with_it_and_its_keys_are_believed()
    {
        using var copy = new DamagedCopy(filled.Killed);
        DamagedCopy.Write(copy.Database, 0, [.. Enumerable.Repeat((byte)0x5A, Header)]);
        GarbleMiddle(copy, 4);

        var salvage = await copy.SalvageAsync();

        var back = copy.CameBack();
        output.WriteLine($"{back} of {copy.WasThere()} rows came back; {salvage.LostPages} pages are lost.");
        Assert.False(salvage.AreKeysGone);
        Assert.InRange(back, copy.WasThere() * 7 / 10, copy.WasThere());
    }

    [Fact]
    public async Task Rows_come_back_from_loose_pages_where_the_root_is_gone_but_no_key_does()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        copy.Garble(2);

        var salvage = await copy.SalvageAsync();

        var back = copy.CameBack();
        output.WriteLine($"{back} of {copy.WasThere()} rows came back, {salvage.LooseRows} of them loose.");
        Assert.Equal(salvage.Rows, salvage.LooseRows);
        Assert.InRange(back, copy.WasThere() * 9 / 10, copy.WasThere() - 1);
        Assert.Equal(0L, DamagedCopy.Scalar(copy.Data, "SELECT count(*) FROM rows WHERE tbl IN ('Keys', 'Sessions', 'Settings')"));
    }

    [Fact]
    public async Task All_rows_come_back_where_only_an_index_disagrees()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        var index = Convert.ToInt32(DamagedCopy.Scalar(copy.Data, "SELECT rootpage FROM sqlite_schema WHERE name = 'messages_by_visibility'"), System.Globalization.CultureInfo.InvariantCulture);
        copy.Garble(index);

        var salvage = await copy.SalvageAsync();

        AssertAll(copy, copy.CameBack());
        Assert.Equal(0, salvage.LostPages);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_is_empty_or_gone_where_a_state_was_is_not_begun_anew(bool isGone)
    {
        using var copy = new DamagedCopy(filled.Stopped);
        File.WriteAllBytes(copy.Database, []);
        if (isGone)
        {
            File.Delete(copy.Database);
        }

        for (var start = 0; start < 2; start++)
        {
            var refused = Assert.Throws<StoreException>(() => new StateRescue(copy.Options, backupFolder: null, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance).Open());
            output.WriteLine(refused.Message);
            Assert.Contains("To begin anew", refused.Message, StringComparison.Ordinal);
            Assert.Equal(0, new FileInfo(copy.Database).Length);
        }
    }

    [Fact]
    public void The_newest_backup_is_named_where_nothing_can_be_read()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        File.WriteAllBytes(copy.Database, new byte[50_000]);
        var backups = Directory.CreateDirectory(Path.Combine(copy.Data, "backups")).FullName;
        foreach (var name in (string[])["arrfunctions-20260131T023000Z.zip", "arrfunctions-20260201T023000Z.zip", "arrfunctions-old.zip"])
        {
            File.WriteAllText(Path.Combine(backups, name), "");
        }

        var refused = Assert.Throws<StoreException>(() => new StateRescue(copy.Options, backupFolder: null, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance).Open());

        Assert.Contains("`arrfunctions admin restore arrfunctions-20260201T023000Z.zip`", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new byte[50_000], File.ReadAllBytes(copy.Database));
    }

    [Fact]
    public async Task The_damaged_files_are_kept_as_they_were()
    {
        using var copy = new DamagedCopy(filled.Killed);
        GarbleMiddle(copy, 10); // One page alone may be in the log too.
        var (database, log) = (await File.ReadAllBytesAsync(copy.Database, Cancellation), await File.ReadAllBytesAsync(copy.Options.LogPath, Cancellation));

        var salvage = await copy.SalvageAsync();

        Assert.Equal(database, await File.ReadAllBytesAsync(Path.Combine(copy.Data, salvage.Folder, "state.db"), Cancellation));
        Assert.Equal(log, await File.ReadAllBytesAsync(Path.Combine(copy.Data, salvage.Folder, "state.db-wal"), Cancellation));
    }

    /// <summary>As a kill leaves it between any two steps of putting the new file in its place.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_while_it_puts_the_new_file_in_its_place_the_next_start_goes_on(int moved)
    {
        using var whole = new DamagedCopy(filled.Killed);
        GarbleMiddle(whole, 10);
        var salvage = await whole.SalvageAsync();
        using var copy = new DamagedCopy(filled.Killed);
        File.Copy(Path.Combine(whole.Data, "state.db"), Path.Combine(copy.Data, $"state.salvaged-{salvage.Folder["damaged-".Length..]}.db"));
        var folder = Directory.CreateDirectory(Path.Combine(copy.Data, salvage.Folder)).FullName;
        foreach (var name in ((string[])["state.db-wal", "state.db-shm", "state.db"]).Take(moved).Where(name => File.Exists(Path.Combine(copy.Data, name))))
        {
            File.Move(Path.Combine(copy.Data, name), Path.Combine(folder, name));
        }

        Assert.Equal(salvage.Rows, (await copy.SalvageAsync()).Rows);

        Assert.True(File.Exists(Path.Combine(folder, "state.db")));
        Assert.Empty(Directory.GetFiles(copy.Data, "state.salvage*"));
    }

    [Fact]
    public async Task Killed_while_it_reads_the_next_start_begins_again()
    {
        using var copy = new DamagedCopy(filled.Stopped);
        copy.Garble(1);
        await File.WriteAllBytesAsync(Path.Combine(copy.Data, "state.salvage.db"), [.. Enumerable.Repeat((byte)7, 9000)], Cancellation);

        await copy.SalvageAsync();

        AssertAll(copy, copy.CameBack());
    }

    /// <summary>Bytes anywhere: it ends with a state that is whole, or refuses and says so; never with an empty one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_rots_it_comes_to_an_end(int seed)
    {
        var random = new Random(seed);
        var (salvaged, refused, unharmed) = (0, 0, 0);
        for (var run = 0; run < 15; run++)
        {
            using var copy = new DamagedCopy(run % 2 == 0 ? filled.Stopped : filled.Killed);
            Rot(copy, random, (int)Math.Pow(4, run % 7));
            try
            {
                await using var state = new StateRescue(copy.Options, backupFolder: null, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance).Open();
                Assert.True(Convert.ToInt64(await state.ReadAsync(static session => session.Scalar("SELECT count(*) FROM rows"), Cancellation), System.Globalization.CultureInfo.InvariantCulture) > 2);
                Assert.Equal("ok", await state.ReadAsync(static session => session.Scalar("PRAGMA integrity_check"), Cancellation));
                _ = Directory.GetDirectories(copy.Data, "damaged-*").Length > 0 ? salvaged++ : unharmed++;
            }
            catch (StoreException refusal)
            {
                Assert.Contains("nothing was changed", refusal.Message, StringComparison.OrdinalIgnoreCase); // It may be the version in the header that rotted.
                refused++;
            }
        }

        output.WriteLine($"{salvaged} salvaged, {refused} refused, {unharmed} not harmed where SQLite looks.");
    }

    private static void GarbleMiddle(DamagedCopy copy, int pages, byte with = 0xA5)
    {
        for (var page = copy.Pages / 2; page < (copy.Pages / 2) + pages; page++)
        {
            copy.Garble(page, with);
        }
    }

    private static void Rot(DamagedCopy copy, Random random, int places)
    {
        foreach (var path in (string[])[copy.Database, copy.Options.LogPath])
        {
            for (var place = 0; File.Exists(path) && place < places; place++)
            {
                var bytes = new byte[random.Next(1, 64)];
                random.NextBytes(bytes);
                DamagedCopy.Write(path, random.NextInt64(new FileInfo(path).Length), bytes);
            }
        }
    }

    private void AssertAll(DamagedCopy copy, int back)
    {
        output.WriteLine($"{back} of {copy.WasThere()} rows came back.");
        Assert.Equal(copy.WasThere(), back);
    }
}
