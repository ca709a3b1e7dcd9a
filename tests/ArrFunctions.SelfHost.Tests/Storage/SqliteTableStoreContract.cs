using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>The contract over a SQLite file of its own.</summary>
public abstract class SqliteTableStoreContract : TableStoreContract, IAsyncDisposable
{
    private readonly StateFolder folder = new();
    private readonly SqliteTableStore store;

    /// <summary>Opens the file with the journal that suits the disk, or with the one named.</summary>
    private protected SqliteTableStoreContract(SqliteJournal? journal = null)
    {
        File = StateFolder.Open(folder.Options with { Journal = journal });
        store = new(File);
    }

    private protected SqliteStateFile File { get; }

    private protected SqliteOptions Options => folder.Options;

    protected override ITableStore Store => store;

    protected override long RowsRead => store.RowsRead;

    public async ValueTask DisposeAsync()
    {
        await File.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
