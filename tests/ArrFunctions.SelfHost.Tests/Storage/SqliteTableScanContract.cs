using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>The contract over a SQLite file of its own.</summary>
public abstract class SqliteTableScanContract : TableScanContract, IAsyncDisposable
{
    private readonly StateFolder folder = new();
    private readonly SqliteTableStore store;

    private protected SqliteTableScanContract(SqliteJournal journal)
    {
        File = StateFolder.Open(folder.Options with { Journal = journal });
        store = new(File);
    }

    private protected SqliteStateFile File { get; }

    private protected SqliteOptions Options => folder.Options;

    protected override ITableStore Store => store;

    protected override ITableScan Scan => store;

    public async ValueTask DisposeAsync()
    {
        await File.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
