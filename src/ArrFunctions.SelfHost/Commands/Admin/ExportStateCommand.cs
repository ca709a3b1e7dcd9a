using System.CommandLine;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary><c>admin export-state FILE</c>: all tables into one file.</summary>
internal static class ExportStateCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = AdminOptions.File();
        var (url, keyFile, json, data) = (AdminOptions.Url(), AdminOptions.KeyFile(), CommonOptions.Json(), CommonOptions.Data());
        var command = new Command("export-state", "Write all tables of a data folder, or of a running host, into a file, to move them to another host.") { file, url, keyFile, json, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var host = RemoteHost.Of(parsed, url, keyFile, data);
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            using var progress = new StateProgress(terminal);
            var (summary, checks) = host is null
                ? (await ReadFolderAsync(Path.GetFullPath(parsed.GetRequiredValue(data)), path, progress, cancellationToken), null)
                : await ReadHostAsync(host, path, progress, cancellationToken);
            progress.Dispose();
            return Report(terminal, path, summary, checks, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<StateSummary> ReadFolderAsync(string folder, string path, StateProgress progress, CancellationToken cancellationToken)
    {
        await using var state = await LocalState.OpenToReadAsync(folder);
        await RefuseHalfAsync(state.Tables, folder, cancellationToken);
        using var snapshot = state.Snapshot();
        return await WriteAsync(StateTables.RowsAsync(snapshot, cancellationToken), folder, path, progress, cancellationToken);
    }

    /// <summary>Page by page, while the host goes on; so it is looked at a second time.</summary>
    private static async Task<(StateSummary Summary, IReadOnlyList<TableCheck> Checks)> ReadHostAsync(
        RemoteHost host, string path, StateProgress progress, CancellationToken cancellationToken)
    {
        await RefuseHalfAsync(host.State, host.Name, cancellationToken);
        var summary = await WriteAsync(host.State.RowsAsync(cancellationToken), host.Name, path, progress, cancellationToken);
        return (summary, await new StateImport(path, summary, host.State, progress).CompareAsync(StateStep.Compare, cancellationToken));
    }

    private static async Task RefuseHalfAsync(IStateTarget state, string name, CancellationToken cancellationToken)
    {
        if (await state.FindImportAsync(cancellationToken) is not null)
        {
            throw new StoreException($"An import into {name} has begun and has not ended, so what is there is half a state. Bring the import to its end first.");
        }
    }

    private static Task<StateSummary> WriteAsync(
        IAsyncEnumerable<StateRow> rows, string from, string path, StateProgress progress, CancellationToken cancellationToken)
    {
        progress.Begin(StateStep.Read, rows: null);
        return StateOutput.WriteAsync(
            path, file => StateExport.WriteAsync(rows, StateHeader.New(from, TimeProvider.System), file, progress.Advance, cancellationToken));
    }

    private static int Report(Terminal terminal, string path, StateSummary file, IReadOnlyList<TableCheck>? checks, bool asJson)
    {
        var isSame = checks?.All(check => check is { IsOk: true, More: 0 }) is not false;
        StateReport.Write(terminal, asJson, isSame ? "exported" : "changed", path, file, checks);
        if (!asJson)
        {
            terminal.Line($"{StateReport.Size(file)} are in {path}, which nobody but you may read: keys and events are in it.");
        }

        if (!isSame)
        {
            Terminal.Error("The state changed while it was read, so the file does not hold one instant. Stop what writes to it (pause the lanes, switch the timers off), and export it again to another file.");
        }

        return isSame ? ExitCode.Success : ExitCode.Waiting;
    }
}
