using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Tests.Ops.State;

/// <summary>From one state through a file into another.</summary>
public sealed class StateImportTests : IDisposable
{
    private readonly StateBench source = new();
    private readonly StateBench target = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        source.Dispose();
        target.Dispose();
    }

    [Fact]
    public async Task Every_row_arrives_as_it_was_and_the_file_of_the_target_has_the_same_hashes()
    {
        await source.FillAsync();
        var file = await source.ExportAsync();

        var imported = Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File));

        Assert.Equal(await source.RowsAsync(), await target.RowsAsync());
        Assert.Equal(file.Tables.Select(table => (table.Table, table.Rows)), imported.Tables.Select(table => (table.Table, table.Rows)));
        Assert.Equal(file.Tables, (await target.ExportAsync()).Tables);
        Assert.Null(await target.Gate.FindAsync(Cancellation));
    }

    [Fact]
    public async Task An_empty_state_moves_too()
    {
        Assert.Equal(0, (await source.ExportAsync()).Rows);

        Assert.Empty(Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File)).Tables);
    }

    [Fact]
    public async Task An_import_that_is_cut_off_at_any_chunk_goes_on_and_comes_to_the_same_end()
    {
        await source.FillAsync(rows: 4500);
        await source.ExportAsync();
        var cut = new CutOffTarget(target.Tables);

        StateImportOutcome? outcome = null;
        while (outcome is null)
        {
            try
            {
                cut.Left = 0;
                outcome = await target.ImportAsync(source.File, cut);
            }
            catch (StoreException)
            {
                Assert.NotNull(await target.Gate.FindAsync(Cancellation));
            }
        }

        Assert.IsType<StateImportOutcome.Imported>(outcome);
        Assert.InRange(cut.Cuts, 9, 100);
        Assert.Equal(await source.RowsAsync(), await target.RowsAsync());
        Assert.Null(await target.Gate.FindAsync(Cancellation));
    }

    [Fact]
    public async Task Done_again_it_writes_nothing()
    {
        await source.FillAsync();
        await source.ExportAsync();
        await target.ImportAsync(source.File);
        var cut = new CutOffTarget(target.Tables) { Left = 0 };

        Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File, cut));

        Assert.Equal(0, cut.Cuts);
    }

    [Fact]
    public async Task A_target_in_use_is_left_alone_and_it_is_told_why()
    {
        await source.FillAsync(rows: 100);
        await source.ExportAsync();
        await target.PutAsync("Jobs", "00", "j~other", "{}");
        await target.PutAsync("Jobs", "00", "j~000000", "{}");
        var before = await target.RowsAsync();

        var refused = Assert.IsType<StateImportOutcome.Occupied>(await target.ImportAsync(source.File));
        var unconfirmed = Assert.IsType<StateImportOutcome.Unconfirmed>(await target.ImportAsync(source.File, isReplacing: true));

        Assert.Equal(("Jobs", 1L, 1L), Assert.Single(refused.Tables) is var told ? (told.Table, told.Different, told.More) : default);
        Assert.Equal(refused.Tables, unconfirmed.Tables);
        Assert.Equal(before, await target.RowsAsync());
        Assert.Null(await target.Gate.FindAsync(Cancellation));
    }

    [Fact]
    public async Task Replaced_the_target_has_the_rows_of_the_file_and_its_own_keys()
    {
        await source.FillAsync(rows: 100);
        await source.PutAsync("Keys", "keys", "h~source", "{}");
        await source.ExportAsync();
        await target.PutAsync("Jobs", "00", "j~other", "{}");
        await target.PutAsync("Jobs", "00", "j~000000", "{}");
        await target.PutAsync("Apples", "00", "a", "{}");
        await target.PutAsync("Keys", "keys", "h~own", "{}");

        Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File, isReplacing: true, isConfirmed: true));

        var expected = await source.RowsAsync();
        Assert.Equal(
            expected.Append(new("Keys", "keys", "h~own", "{}")).OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.PartitionKey, StringComparer.Ordinal).ThenBy(row => row.RowKey, StringComparer.Ordinal),
            (await target.RowsAsync()).OrderBy(row => row.Table, StringComparer.Ordinal).ThenBy(row => row.PartitionKey, StringComparer.Ordinal).ThenBy(row => row.RowKey, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_first_start_makes_does_not_stand_in_the_way()
    {
        await source.PutAsync("Schedules", "schedules", "s~job-sweep", """{"runs":7}""");
        await source.ExportAsync();
        await target.PutAsync("Keys", "keys", "h~own", "{}");
        await target.PutAsync("Events", "20260101", "e~1", "{}");
        await target.PutAsync("Schedules", "schedules", "s~job-sweep", """{"runs":1}""");

        Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File));

        Assert.Equal(
            [("Events", "{}"), ("Keys", "{}"), ("Schedules", """{"runs":7}""")], (await target.RowsAsync()).Select(row => (row.Table, row.Content)));
    }

    [Fact]
    public async Task While_another_import_has_not_ended_only_a_replacing_one_begins()
    {
        await source.FillAsync(rows: 100);
        await source.ExportAsync();
        await target.Gate.TryBeginAsync(new(new string('0', 64), IsReplacing: false), "test", Cancellation);
        await target.PutAsync("Jobs", "00", "j~other", "{}");

        Assert.IsType<StateImportOutcome.Unfinished>(await target.ImportAsync(source.File));
        Assert.IsType<StateImportOutcome.Unconfirmed>(await target.ImportAsync(source.File, isReplacing: true));
        Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File, isReplacing: true, isConfirmed: true));

        Assert.Equal(await source.RowsAsync(), await target.RowsAsync());
    }

    [Fact]
    public async Task A_replacing_import_that_was_cut_off_goes_on_replacing()
    {
        await source.FillAsync(rows: 3000);
        await source.ExportAsync();
        await target.PutAsync("Zoo", "00", "z", "{}");
        var cut = new CutOffTarget(target.Tables) { Left = 1 };
        await Assert.ThrowsAsync<StoreException>(() => target.ImportAsync(source.File, cut, isReplacing: true, isConfirmed: true));

        Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File));

        Assert.Equal(await source.RowsAsync(), await target.RowsAsync());
    }

    [Fact]
    public async Task What_is_read_back_otherwise_is_told_and_the_gate_stays_closed()
    {
        await source.FillAsync(rows: 100);
        await source.ExportAsync();
        var cut = new CutOffTarget(target.Tables) { Forgets = "j~000007" };

        var differs = Assert.IsType<StateImportOutcome.Differs>(await target.ImportAsync(source.File, cut));

        Assert.Equal(("Jobs", 1L), Assert.Single(differs.Tables, table => !table.IsOk) is var told ? (told.Table, told.Missing) : default);
        Assert.NotNull(await target.Gate.FindAsync(Cancellation));
        Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File));
    }

    /// <summary>As many rows as ARRFUNCTIONS_TEST_ROWS says; 100,000 take some seconds.</summary>
    [Fact]
    public async Task Many_rows_move_and_each_is_held_only_for_a_moment()
    {
        var rows = TestSettings.Rows;
        await source.FillAsync(rows);

        Assert.Equal(rows + 2, (await source.ExportAsync()).Rows);
        Assert.IsType<StateImportOutcome.Imported>(await target.ImportAsync(source.File));

        Assert.Equal(rows + 2, target.Steps);
        Assert.Equal(await source.RowsAsync(), await target.RowsAsync());
    }
}
