using System.CommandLine;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary><c>admin vacuum</c>: gives the disk back what the state file does not need.</summary>
internal static class VacuumCommand
{
    public static Command Build(Terminal terminal)
    {
        var data = CommonOptions.Data();
        var command = new Command("vacuum", "Give the disk back what the state does not need, with the service running or not; its writes wait meanwhile.") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SqliteOptions { Folder = Path.GetFullPath(parsed.GetRequiredValue(data)) };
            if (!options.HasState)
            {
                throw new StoreException($"There is no state in {options.Folder}. Name the data folder with --data.");
            }

            await using var file = SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance);
            var report = await terminal.WaitForAsync("Rewriting the state", () => Task.Run(() => SqliteVacuum.Run(options, ServiceLock.IsHeld(options.Folder)), cancellationToken));
            terminal.Line($"{BackupWords.Size(Math.Max(0, report.Before - report.After))} are free again: the state had {BackupWords.Size(report.Before)}, now {BackupWords.Size(report.After)}."
                + (report.IsWhole ? "" : " Somebody read meanwhile, so the rest is freed by a later checkpoint."));
            return ExitCode.Success;
        });
        return command;
    }
}
