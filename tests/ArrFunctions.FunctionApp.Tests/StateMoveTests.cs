using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.FunctionApp.Tests;

/// <summary>State that is moved into this host, through its doorway.</summary>
public sealed class StateMoveTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("state-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_state_file_is_brought_in_and_read_back()
    {
        var source = new MemoryTableStore();
        await source.CommitAsync("Jobs", "00", [.. Enumerable.Range(0, 90).Select(n => new TableChange.Insert($"j~{n:00}", $$"""{"title":"Über {{n}}"}"""))], Cancellation);
        var path = Path.Combine(folder.FullName, "state.gz");
        StateSummary summary;
        await using (var file = File.Create(path))
        {
            summary = await StateExport.WriteAsync(
                StateTables.RowsAsync(source, Cancellation), StateHeader.New("test", TimeProvider.System), file, static () => { }, Cancellation);
        }

        await using var bench = await WorkerBench.StartAsync();
        using var client = await bench.ClientAsync(Role.Admin);
        var outcome = await new StateImport(path, summary, new RemoteState(client, TimeProvider.System), new Nobody()).RunAsync(
            isReplacing: false, isConfirmed: false, Cancellation);

        Assert.IsType<StateImportOutcome.Imported>(outcome);
        Assert.Equal("""{"title":"Über 89"}""", (await bench.Tables.GetAsync("Jobs", "00", "j~89", Cancellation))?.Content);
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
