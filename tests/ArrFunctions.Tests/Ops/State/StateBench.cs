using System.Globalization;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Ops.State;

/// <summary>A state in memory, and a folder for files.</summary>
internal sealed class StateBench : IStateObserver, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("state-");
    private readonly OutboxSignal signal = new();

    public MemoryTableStore Store { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public ImportGate Gate => new(Store, signal, Clock);

    public StateTables Tables => new(Store, Store, Gate, "test");

    public string File => Path.Combine(folder.FullName, "state.gz");

    public long Steps { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Begin(StateStep step, long? rows) => Steps = 0;

    public void Advance() => Steps++;

    public Task PutAsync(string table, string partitionKey, string rowKey, string content) =>
        Store.CommitAsync(table, partitionKey, [new TableChange.Upsert(rowKey, content)], Cancellation);

    /// <summary>Rows of several tables and partitions, small ones and one of the largest there are.</summary>
    public async Task FillAsync(int rows = 2500)
    {
        foreach (var batch in Enumerable.Range(0, rows).Chunk(50))
        {
            await Store.CommitAsync(
                batch[0] % 3 == 0 ? "Jobs" : batch[0] % 3 == 1 ? "AudioUndo" : "JobFiles",
                (batch[0] / 50 % 32).ToString("x2", CultureInfo.InvariantCulture),
                [.. batch.Select(n => new TableChange.Upsert($"j~{n:000000}", $$"""{"n":{{n}},"path":"/data/Über „{{n}}“ \\ \"🎬\" <&'+>"}"""))],
                Cancellation);
        }

        await PutAsync("Zebra", "p q", "r ~", $"\"{new string('é', (TableRules.MaxContentBytes / 2) - 1)}\"");
        await PutAsync("Zebra", "p q", "r", "{\u0001\u001f\t}");
    }

    public async Task<StateSummary> ExportAsync()
    {
        await using var file = System.IO.File.Create(File);
        return await StateExport.WriteAsync(Tables.RowsAsync(Cancellation), StateHeader.New("test", Clock), file, Advance, Cancellation);
    }

    public Task<StateSummary> CheckAsync() => StateFileReader.CheckAsync(File, Advance, Cancellation);

    public async Task<StateImportOutcome> ImportAsync(string path, IStateTarget? target = null, bool isReplacing = false, bool isConfirmed = false) =>
        await new StateImport(path, await StateFileReader.CheckAsync(path, Advance, Cancellation), target ?? Tables, this).RunAsync(isReplacing, isConfirmed, Cancellation);

    public async Task<List<StateRow>> RowsAsync() => await Tables.RowsAsync(Cancellation).ToListAsync(Cancellation);

    public void Dispose()
    {
        signal.Dispose();
        folder.Delete(recursive: true);
    }
}
