using System.CommandLine;
using ArrFunctions.Ops.State;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary><c>admin import-state FILE</c>: brings what <c>export-state</c> wrote into another host.</summary>
internal static class ImportStateCommand
{
    public static Command Build(Terminal terminal)
    {
        var file = AdminOptions.File();
        var replace = new Option<bool>("--replace") { Description = "Also into a state that is in use: its rows are replaced or removed, but for its keys. Shows what, and does it only with --yes." };
        var yes = new Option<bool>("--yes") { Description = "Really replace what --replace shows." };
        var (url, keyFile, json, data) = (AdminOptions.Url(), AdminOptions.KeyFile(), CommonOptions.Json(), CommonOptions.Data());
        var command = new Command("import-state", "Bring the tables of a state file into a data folder, or into a running host.") { file, replace, yes, url, keyFile, json, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var host = RemoteHost.Of(parsed, url, keyFile, data);
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            using var progress = new StateProgress(terminal);
            var summary = await CheckAsync(path, progress, cancellationToken);
            await using var local = host is null ? LocalState.OpenToWrite(Path.GetFullPath(parsed.GetRequiredValue(data))) : null;
            var import = new StateImport(path, summary, host is null ? local!.Tables : host.State, progress);
            var outcome = await import.RunAsync(parsed.GetValue(replace), parsed.GetValue(yes), cancellationToken);
            progress.Dispose();
            return Report(terminal, path, summary, outcome, host, parsed.GetValue(json));
        });
        return command;
    }

    /// <exception cref="StateFileException">It is not right, or cannot be read; nothing was opened.</exception>
    private static async Task<StateSummary> CheckAsync(string path, StateProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            progress.Begin(StateStep.Check, rows: null);
            return await StateFileReader.CheckAsync(path, progress.Advance, cancellationToken);
        }
        catch (Exception wrong) when (wrong is StateFileException or IOException or UnauthorizedAccessException)
        {
            throw new StateFileException($"{path} cannot be imported, and nothing was written. {wrong.Message}", wrong);
        }
    }

    private static int Report(Terminal terminal, string path, StateSummary file, StateImportOutcome outcome, RemoteHost? host, bool asJson)
    {
        switch (outcome)
        {
            case StateImportOutcome.Imported imported:
                StateReport.Write(terminal, asJson, "imported", path, file, imported.Tables);
                if (!asJson)
                {
                    terminal.Line($"{StateReport.Size(file)} are there, read back and the same. The keys of {file.Header.From} open it now.");
                    terminal.Line(host is null ? "Start the service: it takes over what was queued or running." : $"Restart {host.Name}, so that it takes over what was queued or running.");
                }

                return ExitCode.Success;
            case StateImportOutcome.Differs differs:
                StateReport.Write(terminal, asJson, "differs", path, file, differs.Tables);
                Terminal.Error("What was read back is not what the file holds; somebody else writes there. Until the import ends, no lane and no timer works. Run the command again.");
                return ExitCode.Failure;
            case StateImportOutcome.Occupied occupied:
                StateReport.Write(terminal, asJson, "occupied", path, file, occupied.Tables);
                Terminal.Error("The target is in use: it holds rows that the file does not have, or has otherwise. Nothing was written. With --replace they are replaced or removed.");
                return ExitCode.Failure;
            case StateImportOutcome.Unconfirmed unconfirmed:
                StateReport.Write(terminal, asJson, "unconfirmed", path, file, unconfirmed.Tables);
                Terminal.Error("Rows under Different would be replaced, and those under More removed. Nothing was written. With --yes that is done.");
                return ExitCode.Usage;
            case StateImportOutcome.Unfinished:
                Terminal.Error("The import of another file has begun there and has not ended. Go on with that file, or replace what it left with --replace.");
                return ExitCode.Failure;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }
}
