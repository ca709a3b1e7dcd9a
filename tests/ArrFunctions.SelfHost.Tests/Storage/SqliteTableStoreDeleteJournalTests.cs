using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Tests.Storage;

public sealed class SqliteTableStoreDeleteJournalTests() : SqliteTableStoreContract(SqliteJournal.Delete)
{
    [Fact]
    public async Task There_is_no_log()
    {
        await Store.CommitAsync("Things", "p", [new TableChange.Insert("a", "1")], Cancellation);

        Assert.Equal(SqliteJournal.Delete, File.Journal);
        Assert.False(Path.Exists(Options.DatabasePath + "-wal"));
    }
}
