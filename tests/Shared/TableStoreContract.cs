using System.Globalization;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Shared;

/// <summary>What every table store does; each implementation runs it.</summary>
public abstract class TableStoreContract
{
    private const string Table = "Things";
    private const string Partition = "p1";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract ITableStore Store { get; }

    /// <summary>How many rows lists have read since the store was opened.</summary>
    protected abstract long RowsRead { get; }

    /// <summary>How many rows many are.</summary>
    protected virtual int ManyRows => 100_000;

    [Fact]
    public async Task A_row_that_was_never_written_is_null() => Assert.Null(await Get("a"));

    [Fact]
    public async Task An_inserted_row_is_read_as_it_was_written()
    {
        await Commit(new TableChange.Insert("a", """{"title":"Über „Ω“ 🎬","n":1}"""));

        var row = await Get("a");

        Assert.NotNull(row);
        Assert.Equal((Partition, "a", """{"title":"Über „Ω“ 🎬","n":1}"""), (row.PartitionKey, row.RowKey, row.Content));
        Assert.NotEmpty(row.ETag);
    }

    [Fact]
    public async Task An_insert_of_a_row_that_exists_conflicts()
    {
        await Commit(new TableChange.Insert("a", "1"));

        await Conflicts(TableConflict.RowExists, "a", new TableChange.Insert("a", "2"));

        Assert.Equal("1", (await Get("a"))?.Content);
    }

    [Fact]
    public async Task A_replace_with_the_etag_that_was_read_changes_content_and_etag()
    {
        await Commit(new TableChange.Insert("a", "1"));
        var before = await Get("a");

        await Commit(new TableChange.Replace("a", "2", before!.ETag));

        var after = await Get("a");
        Assert.Equal("2", after!.Content);
        Assert.NotEqual(before.ETag, after.ETag, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_replace_with_an_old_etag_conflicts()
    {
        await Commit(new TableChange.Insert("a", "1"));
        var old = (await Get("a"))!.ETag;
        await Commit(new TableChange.Upsert("a", "2"));

        await Conflicts(TableConflict.RowChanged, "a", new TableChange.Replace("a", "3", old));

        Assert.Equal("2", (await Get("a"))?.Content);
    }

    [Fact]
    public async Task A_replace_of_a_row_that_is_gone_conflicts() =>
        await Conflicts(TableConflict.RowMissing, "a", new TableChange.Replace("a", "1", await GoneETag()));

    [Fact]
    public async Task An_etag_does_not_come_back_when_a_row_is_deleted_and_inserted_again()
    {
        await Commit(new TableChange.Insert("a", "1"));
        var old = (await Get("a"))!.ETag;
        await Commit(new TableChange.Delete("a"));
        await Commit(new TableChange.Insert("a", "1"));

        await Conflicts(TableConflict.RowChanged, "a", new TableChange.Replace("a", "2", old));
    }

    [Fact]
    public async Task An_upsert_writes_whatever_is_there()
    {
        await Commit(new TableChange.Upsert("a", "1"));
        var first = await Get("a");
        await Commit(new TableChange.Upsert("a", "2"));

        var second = await Get("a");
        Assert.Equal(("1", "2"), (first!.Content, second!.Content));
        Assert.NotEqual(first.ETag, second.ETag, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_delete_without_etag_removes_the_row_and_accepts_its_absence()
    {
        await Commit(new TableChange.Insert("a", "1"));

        await Commit(new TableChange.Delete("a"));
        await Commit(new TableChange.Delete("a"));

        Assert.Null(await Get("a"));
    }

    [Fact]
    public async Task A_delete_with_an_etag_removes_only_that_state_of_the_row()
    {
        await Conflicts(TableConflict.RowMissing, "a", new TableChange.Delete("a", await GoneETag()));
        await Commit(new TableChange.Insert("a", "1"));
        var old = (await Get("a"))!.ETag;
        await Commit(new TableChange.Upsert("a", "2"));

        await Conflicts(TableConflict.RowChanged, "a", new TableChange.Delete("a", old));
        Assert.Equal("2", (await Get("a"))?.Content);

        await Commit(new TableChange.Delete("a", (await Get("a"))!.ETag));
        Assert.Null(await Get("a"));
    }

    [Fact]
    public async Task A_batch_with_a_conflict_changes_nothing()
    {
        await Commit(new TableChange.Insert("kept", "1"), new TableChange.Insert("taken", "1"));

        await Conflicts(
            TableConflict.RowExists,
            "taken",
            new TableChange.Upsert("kept", "2"),
            new TableChange.Delete("absent"),
            new TableChange.Insert("new", "2"),
            new TableChange.Insert("taken", "2"),
            new TableChange.Insert("later", "2"));

        Assert.Equal([("kept", "1"), ("taken", "1")], await All(RowKeyRange.All));
    }

    [Fact]
    public async Task Partitions_and_tables_are_apart()
    {
        await Commit(new TableChange.Insert("a", "1"));
        await Store.CommitAsync(Table, "p2", [new TableChange.Insert("a", "2")], Cancellation);
        await Store.CommitAsync("Others", Partition, [new TableChange.Insert("a", "3")], Cancellation);

        Assert.Equal("1", (await Get("a"))?.Content);
        Assert.Equal("2", (await Store.GetAsync(Table, "p2", "a", Cancellation))?.Content);
        Assert.Equal([("a", "1")], await All(RowKeyRange.All));
    }

    [Fact]
    public async Task A_table_name_ignores_case_and_keys_do_not()
    {
        await Commit(new TableChange.Insert("a", "1"), new TableChange.Insert("A", "2"));

        Assert.Equal("1", (await Store.GetAsync("tHINGS", Partition, "a", Cancellation))?.Content);
        Assert.Null(await Store.GetAsync(Table, "P1", "a", Cancellation));
        Assert.Equal("2", (await Get("A"))?.Content);
    }

    [Fact]
    public async Task Rows_come_in_ordinal_order_of_their_keys()
    {
        string[] keys = ["b", "a", "B", "a~", "a0", "a-", "a ", "Z", "10", "9", "_"];
        await Commit([.. keys.Select(key => new TableChange.Insert(key, "1"))]);

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await All(RowKeyRange.All)).Select(row => row.Key), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_range_has_its_start_and_not_its_end()
    {
        await Commit([.. "abcdef".Select(key => new TableChange.Insert($"{key}", "1"))]);

        Assert.Equal("bcd", await Keys(new("b", "e")));
        Assert.Equal("ef", await Keys(new("d0", To: null)));
        Assert.Equal("ab", await Keys(new(From: null, "c")));
        Assert.Equal("", await Keys(new("e", "b")));
    }

    [Fact]
    public async Task A_prefix_finds_the_keys_that_begin_with_it()
    {
        string[] keys = ["job", "job-", "job-1", "job-~~", "job.1", "joc", "jo", "~", "~~1"];
        await Commit([.. keys.Select(key => new TableChange.Insert(key, "1"))]);

        Assert.Equal(["job-", "job-1", "job-~~"], (await All(RowKeyRange.Prefix("job-"))).Select(row => row.Key), StringComparer.Ordinal);
        Assert.Equal(["~", "~~1"], (await All(RowKeyRange.Prefix("~"))).Select(row => row.Key), StringComparer.Ordinal);
        Assert.Equal(keys.Length, (await All(RowKeyRange.Prefix(""))).Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        await Commit([.. Enumerable.Range(0, 10).Select(n => new TableChange.Insert($"k{n}", "1"))]);
        var range = new RowKeyRange("k1", "k9");

        var first = await Store.ListAsync(Table, Partition, range, 3, continuation: null, Cancellation);
        var second = await Store.ListAsync(Table, Partition, range, 3, first.Continuation, Cancellation);
        var third = await Store.ListAsync(Table, Partition, range, 3, second.Continuation, Cancellation);

        Assert.Equal(["k1", "k2", "k3"], first.Rows.Select(row => row.RowKey), StringComparer.Ordinal);
        Assert.Equal(["k4", "k5", "k6"], second.Rows.Select(row => row.RowKey), StringComparer.Ordinal);
        Assert.Equal(["k7", "k8"], third.Rows.Select(row => row.RowKey), StringComparer.Ordinal);
        Assert.Null(third.Continuation);
    }

    [Fact]
    public async Task A_full_last_page_has_no_continuation()
    {
        await Commit(new TableChange.Insert("a", "1"), new TableChange.Insert("b", "1"));

        var page = await Store.ListAsync(Table, Partition, RowKeyRange.All, 2, continuation: null, Cancellation);

        Assert.Equal(2, page.Rows.Count);
        Assert.Null(page.Continuation);
    }

    [Fact]
    public async Task A_page_after_a_row_that_was_deleted_goes_on_behind_it()
    {
        await Commit([.. "abcd".Select(key => new TableChange.Insert($"{key}", "1"))]);
        var first = await Store.ListAsync(Table, Partition, RowKeyRange.All, 2, continuation: null, Cancellation);
        await Commit(new TableChange.Delete("b"), new TableChange.Insert("b0", "1"));

        var second = await Store.ListAsync(Table, Partition, RowKeyRange.All, 2, first.Continuation, Cancellation);

        Assert.Equal(["b0", "c"], second.Rows.Select(row => row.RowKey), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b-c")]
    [InlineData("tables")]
    [InlineData("Tabellé")]
    public async Task A_bad_table_name_is_refused(string table)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.GetAsync(table, Partition, "a", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(table, Partition, [new TableChange.Delete("a")], Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await Store.ListAsync(table, Partition, RowKeyRange.All, 1, continuation: null, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("ä")]
    [InlineData("a\n")]
    [InlineData("a\u007f")]
    public async Task A_bad_key_is_refused(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Get(key));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.GetAsync(Table, key, "a", Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new TableChange.Delete(key)));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.CommitAsync(Table, key, [new TableChange.Delete("a")], Cancellation));
    }

    [Fact]
    public async Task A_key_has_up_to_512_characters()
    {
        var longest = new string('k', 512);
        await Store.CommitAsync(Table, longest, [new TableChange.Insert(longest, "1")], Cancellation);

        Assert.NotNull(await Store.GetAsync(Table, longest, longest, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Get(longest + "k"));
    }

    [Fact]
    public async Task Content_has_up_to_256_KiB_of_utf8()
    {
        var longest = $"\"{new string('ä', (TableRules.MaxContentBytes / 2) - 1)}\"";
        await Commit(new TableChange.Insert("a", longest));

        Assert.Equal(longest, (await Get("a"))?.Content);
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new TableChange.Upsert("a", longest + " ")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new TableChange.Upsert("a", "")));
    }

    [Fact]
    public async Task A_batch_has_1_to_100_changes_1_MiB_and_each_row_once()
    {
        await Commit([.. Enumerable.Range(0, 100).Select(n => new TableChange.Insert($"{n}", "1"))]);
        Assert.Equal(100, (await All(RowKeyRange.All)).Count);

        var large = new string('1', TableRules.MaxContentBytes);
        await Assert.ThrowsAsync<ArgumentException>(() => Commit());
        await Assert.ThrowsAsync<ArgumentException>(() => Commit([.. Enumerable.Range(0, 101).Select(n => new TableChange.Delete($"{n}"))]));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new TableChange.Delete("1"), new TableChange.Upsert("1", "2")));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit([.. Enumerable.Range(0, 5).Select(n => new TableChange.Upsert($"{n}", large))]));
        await Commit([.. Enumerable.Range(0, 4).Select(n => new TableChange.Upsert($"{n}", large))]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public async Task An_etag_that_means_any_is_refused(string any)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new TableChange.Replace("a", "1", any)));
        await Assert.ThrowsAsync<ArgumentException>(() => Commit(new TableChange.Delete("a", any)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_page_has_1_to_1000_rows(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await Store.ListAsync(Table, Partition, RowKeyRange.All, limit, continuation: null, Cancellation));

    [Fact]
    public async Task A_commit_that_was_cancelled_before_changes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.CommitAsync(Table, Partition, [new TableChange.Insert("a", "1")], cancelled.Token));

        Assert.Null(await Get("a"));
    }

    [Fact]
    public async Task No_update_is_lost_when_64_writers_change_one_row_by_its_etag()
    {
        const int writers = 64, updates = 10;
        await Commit(new TableChange.Insert("counter", "0"));

        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < updates;)
            {
                done += await TryIncrement() ? 1 : 0;
            }
        })));

        Assert.Equal($"{writers * updates}", (await Get("counter"))?.Content);
    }

    [Fact]
    public async Task One_of_64_inserts_of_the_same_row_wins_and_its_batch_is_whole()
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 64).Select(n => Task.Run(async () =>
        {
            try
            {
                await Commit(new TableChange.Insert($"own{n:00}", $"{n}"), new TableChange.Insert("shared", $"{n}"));
                return 1;
            }
            catch (TableConflictException)
            {
                return 0;
            }
        })));

        var winner = Array.IndexOf(won, 1);
        Assert.Equal(1, won.Sum());
        Assert.Equal([($"own{winner:00}", $"{winner}"), ("shared", $"{winner}")], await All(RowKeyRange.All));
    }

    [Fact]
    public async Task A_page_of_many_rows_reads_only_the_page()
    {
        await Task.WhenAll(Enumerable.Range(0, ManyRows).Chunk(100).Select(
            chunk => Commit([.. chunk.Select(n => new TableChange.Insert($"{n:000000}", $"{n}"))])));
        var before = RowsRead;

        var page = await Store.ListAsync(Table, Partition, new(Key(4), Key(9)), 50, Key(5), Cancellation);

        Assert.Equal(Enumerable.Range((ManyRows / 2) + 1, 50).Select(n => $"{n:000000}"), page.Rows.Select(row => row.RowKey), StringComparer.Ordinal);
        Assert.InRange(RowsRead - before, 50, 51);

        var count = 0;
        await foreach (var row in Store.ReadAllAsync(Table, Partition, RowKeyRange.All, Cancellation))
        {
            Assert.Equal($"{count++:000000}", row.RowKey);
        }

        Assert.Equal(ManyRows, count);

        string Key(int tenths) => $"{ManyRows / 10 * tenths:000000}";
    }

    /// <summary>An ETag that some row had.</summary>
    private async Task<string> GoneETag()
    {
        await Commit(new TableChange.Insert("gone", "1"));
        var etag = (await Get("gone"))!.ETag;
        await Commit(new TableChange.Delete("gone"));
        return etag;
    }

    private ValueTask<TableRow?> Get(string rowKey) => Store.GetAsync(Table, Partition, rowKey, Cancellation);

    private Task Commit(params TableChange[] changes) => Store.CommitAsync(Table, Partition, changes, Cancellation);

    private async Task Conflicts(TableConflict expected, string rowKey, params TableChange[] changes)
    {
        var conflict = await Assert.ThrowsAsync<TableConflictException>(() => Commit(changes));
        Assert.Equal((Table, Partition, rowKey, expected), (conflict.Table, conflict.PartitionKey, conflict.RowKey, conflict.Conflict));
    }

    private async Task<bool> TryIncrement()
    {
        var row = await Get("counter");
        try
        {
            await Commit(new TableChange.Replace("counter", $"{int.Parse(row!.Content, CultureInfo.InvariantCulture) + 1}", row.ETag));
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private async Task<List<(string Key, string Content)>> All(RowKeyRange range)
    {
        List<(string, string)> rows = [];
        await foreach (var row in Store.ReadAllAsync(Table, Partition, range, Cancellation))
        {
            rows.Add((row.RowKey, row.Content));
        }

        return rows;
    }

    private async Task<string> Keys(RowKeyRange range) => string.Concat((await All(range)).Select(row => row.Key));
}
