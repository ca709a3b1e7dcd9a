using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteVacuumTests : IDisposable
{
    private readonly StateFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_removed_is_given_back_to_the_disk_and_what_is_there_stays()
    {
        await using var file = folder.Open();
        await FillAndEmptyAsync(file);

        var report = SqliteVacuum.Run(folder.Options, isBeside: false);

        Assert.True(report.IsWhole);
        Assert.True(report.After < report.Before / 4, $"{report}");
        Assert.Equal(new FileInfo(folder.Options.DatabasePath).Length, report.After);
        Assert.NotNull(await new SqliteTableStore(file).GetAsync("Things", "p", "stays", Cancellation));
    }

    [Fact]
    public async Task What_is_written_meanwhile_waits_and_is_there()
    {
        await using var file = folder.Open();
        var tables = new SqliteTableStore(file);
        await FillAndEmptyAsync(file);

        var vacuum = Task.Run(() => SqliteVacuum.Run(folder.Options, isBeside: true), Cancellation);
        for (var number = 0; number == 0 || !vacuum.IsCompleted; number++)
        {
            await tables.CommitAsync("Things", "q", [new TableChange.Insert($"{number:d8}", "{}")], Cancellation);
        }

        await vacuum;
        Assert.NotNull(await tables.GetAsync("Things", "q", "00000000", Cancellation));
        Assert.Equal("ok", await file.ReadAsync(session => session.Scalar("PRAGMA integrity_check"), Cancellation));
    }

    [Fact]
    public async Task Without_room_it_is_refused_and_nothing_is_changed()
    {
        using var mount = Mount.InMemory("24m");
        var options = new SqliteOptions { Folder = Path.Combine(mount.Folder, "data") };
        await using var file = StateFolder.Open(options);
        await FillAndEmptyAsync(file);

        Assert.Contains("are free", Assert.Throws<StoreException>(() => SqliteVacuum.Run(options, isBeside: false)).Message, StringComparison.Ordinal);

        Assert.NotNull(await new SqliteTableStore(file).GetAsync("Things", "p", "stays", Cancellation));
    }

    private static async Task FillAndEmptyAsync(SqliteStateFile file)
    {
        var tables = new SqliteTableStore(file);
        var content = $"\"{new string('x', 10_000)}\"";
        await tables.CommitAsync("Things", "p", [new TableChange.Insert("stays", "{}"), .. Names().Select(name => new TableChange.Insert(name, content))], Cancellation);
        var rows = (await tables.ListAsync("Things", "p", RowKeyRange.Prefix("gone"), 100, continuation: null, Cancellation)).Rows;
        await tables.CommitAsync("Things", "p", [.. rows.Select(static row => new TableChange.Delete(row.RowKey, row.ETag))], Cancellation);

        static IEnumerable<string> Names() => Enumerable.Range(0, 80).Select(static number => $"gone{number:d3}");
    }
}
