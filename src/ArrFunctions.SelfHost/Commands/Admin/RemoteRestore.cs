using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>Brings the rows of a backup into a running host of either kind, through its import routes. Messages, leases, reports and files beside the state do not go that way.</summary>
internal static class RemoteRestore
{
    public static async Task<int> RunAsync(Terminal terminal, RemoteHost host, string path, bool isConfirmed, CancellationToken cancellationToken)
    {
        var scratch = BackupCommand.MakeScratch();
        try
        {
            var view = await BackupCommand.CheckAsync(terminal, path, cancellationToken);
            terminal.Fact("backup", BackupWords.Of(view));
            terminal.Fact("replaces", $"the rows of {host.Name}, but for its keys");
            var (file, summary) = await UnpackAsync(path, scratch.FullName, cancellationToken);
            using var progress = new StateProgress(terminal);
            var import = new StateImport(file, summary, host.State, progress);
            var outcome = isConfirmed
                ? await import.RunAsync(isReplacing: true, isConfirmed: true, cancellationToken)
                : new StateImportOutcome.Unconfirmed(await import.CompareAsync(StateStep.Compare, cancellationToken));
            progress.Dispose();
            return Report(terminal, path, summary, outcome, host);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<(string File, StateSummary Summary)> UnpackAsync(string path, string scratch, CancellationToken cancellationToken)
    {
        using var archive = BackupArchive.Open(path);
        var file = Path.Combine(scratch, BackupEntry.StateFile);
        if (archive.State.Name is BackupEntry.StateFile)
        {
            await archive.ExtractAsync(archive.State, file, static _ => { }, cancellationToken);
            return (file, await StateFileReader.CheckAsync(file, static () => { }, cancellationToken));
        }

        await archive.ExtractAsync(archive.State, new SqliteOptions { Folder = scratch }.DatabasePath, static _ => { }, cancellationToken);
        return (file, await StateFileRows.WriteAsync(scratch, file, cancellationToken));
    }

    private static int Report(Terminal terminal, string path, StateSummary file, StateImportOutcome outcome, RemoteHost host)
    {
        switch (outcome)
        {
            case StateImportOutcome.Imported imported:
                StateReport.Write(terminal, asJson: false, "imported", path, file, imported.Tables);
                terminal.Line($"{StateReport.Size(file)} are there, read back and the same. Restart {host.Name}, so that it takes over what was queued or running.");
                return ExitCode.Success;
            case StateImportOutcome.Unconfirmed unconfirmed:
                StateReport.Write(terminal, asJson: false, "unconfirmed", path, file, unconfirmed.Tables);
                Terminal.Error("Rows under Missing would be written, those under Different replaced, and those under More removed, but for keys. Nothing was written. With --yes that is done.");
                return ExitCode.Usage;
            case StateImportOutcome.Differs differs:
                StateReport.Write(terminal, asJson: false, "differs", path, file, differs.Tables);
                Terminal.Error("What was read back is not what the backup holds; somebody else writes there. Until the import ends, no lane and no timer works. Run the command again.");
                return ExitCode.Failure;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }
}
