using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>The contract over a SQLite file of its own.</summary>
public abstract class SqliteWorkQueueContract : WorkQueueTimeContract, IAsyncDisposable
{
    private readonly StateFolder folder = new();

    private protected SqliteWorkQueueContract(SqliteJournal journal)
    {
        File = StateFolder.Open(folder.Options with { Journal = journal });
        Sqlite = new(File, Clock);
    }

    private protected SqliteStateFile File { get; }

    private protected SqliteWorkQueue Sqlite { get; }

    protected override IWorkQueue Queue => Sqlite;

    protected override long MessagesRead => Sqlite.MessagesRead;

    public async ValueTask DisposeAsync()
    {
        await File.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
