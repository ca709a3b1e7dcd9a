using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>The state of a data folder, for the length of one move.</summary>
internal sealed class LocalState : IAsyncDisposable
{
    private readonly SqliteOptions options;
    private readonly SqliteStateFile file;
    private readonly KernelLock? turn;

    private LocalState(SqliteOptions options, SqliteStateFile file, KernelLock? turn)
    {
        (this.options, this.file, this.turn) = (options, file, turn);
        var tables = new SqliteTableStore(file);
        Tables = new(tables, tables, new ImportGate(tables, new OutboxSignal(), TimeProvider.System), actor: "cli");
    }

    public StateTables Tables { get; }

    /// <summary>To be read; beside a service, unless that would hold up its writes.</summary>
    /// <exception cref="StoreException">There is no state, or it cannot be read now.</exception>
    public static async Task<LocalState> OpenToReadAsync(string dataFolder)
    {
        var options = new SqliteOptions { Folder = dataFolder };
        if (!options.HasState)
        {
            throw new StoreException($"There is no state in {dataFolder}. Name the data folder with --data, or a running host with --url.");
        }

        var file = Open(options);
        if (file.Journal is SqliteJournal.Wal)
        {
            return new(options, file, turn: null);
        }

        if (ServiceLock.TryAcquire(dataFolder) is { } turn)
        {
            return new(options, file, turn);
        }

        await file.DisposeAsync();
        throw new StoreException(
            $"A service runs on the data folder {dataFolder}, whose file system needs a rollback journal; reading all of it would hold up what the service writes. "
            + "Stop the service, or export through it with --url.");
    }

    /// <summary>To be written to, by nobody else.</summary>
    /// <exception cref="StoreException">A service runs on it, or it cannot be opened.</exception>
    public static LocalState OpenToWrite(string dataFolder)
    {
        var options = new SqliteOptions { Folder = dataFolder };
        try
        {
            DataFolder.Prepare(options);
        }
        catch (Exception failure) when (SqliteFailures.IsKnown(failure))
        {
            throw new SqliteFailures(options).Explain(failure);
        }

        var turn = ServiceLock.TryAcquire(dataFolder) ?? throw new StoreException(
            $"A service runs on the data folder {dataFolder}, and an import needs the state for itself. Stop the service, or import through it with --url.");
        try
        {
            return new(options, Open(options), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// <summary>All of it, as it is at this instant.</summary>
    public SqliteSnapshot Snapshot() => SqliteSnapshot.Open(options);

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        turn?.Dispose();
    }

    private static SqliteStateFile Open(SqliteOptions options) => SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance);
}
