using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteTableStoreDeleteJournalTests : TableStoreContract, IAsyncDisposable
{
    private readonly StateFolder folder = new();
    private readonly SqliteStateFile file;
    private readonly SqliteTableStore store;

    public SqliteTableStoreDeleteJournalTests()
    {
        file = StateFolder.Open(folder.Options with { Journal = SqliteJournal.Delete });
        store = new(file);
    }

    protected override ITableStore Store => store;

    protected override long RowsRead => store.RowsRead;

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task There_is_no_log()
    {
        await store.CommitAsync("Things", "p", [new TableChange.Insert("a", "1")], Cancellation);

        Assert.Equal(SqliteJournal.Delete, file.Journal);
        Assert.False(File.Exists(folder.Options.DatabasePath + "-wal"));
    }
}
