using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Between state files and state databases.</summary>
internal static class StateFileRows
{
    /// <summary>Makes a database of a state file, and reads it back.</summary>
    /// <param name="path">The state file.</param>
    /// <param name="folder">Gets <c>state.db</c>, and nothing else.</param>
    /// <exception cref="StateFileException">What was read back is something else.</exception>
    public static async Task BringAsync(string path, string folder, CancellationToken cancellationToken)
    {
        var options = new SqliteOptions { Folder = folder };
        await using (var file = SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance))
        {
            var tables = new SqliteTableStore(file);
            var target = new StateTables(tables, tables, new ImportGate(tables, new OutboxSignal(), TimeProvider.System), actor: "cli");
            var summary = await StateFileReader.CheckAsync(path, static () => { }, cancellationToken);
            if (await new StateImport(path, summary, target, new Nobody()).RunAsync(isReplacing: false, isConfirmed: false, cancellationToken) is not StateImportOutcome.Imported)
            {
                throw new StateFileException("What was read back from the new state is not what the backup holds.");
            }
        }

        File.Delete(options.LockPath);
        File.Delete(options.StopMarkPath);
    }

    /// <summary>Makes a state file of a database that nobody has open.</summary>
    /// <param name="folder">Has <c>state.db</c>.</param>
    /// <param name="path">Of a file that is made.</param>
    public static async Task<StateSummary> WriteAsync(string folder, string path, CancellationToken cancellationToken)
    {
        using var snapshot = SqliteSnapshot.Open(new SqliteOptions { Folder = folder });
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        return await StateExport.WriteAsync(
            StateTables.RowsAsync(snapshot, cancellationToken), StateHeader.New("backup", TimeProvider.System), file, static () => { }, cancellationToken);
    }

    private sealed class Nobody : IStateObserver
    {
        public void Begin(StateStep step, long? rows)
        {
        }

        public void Advance()
        {
        }
    }
}
