using System.CommandLine;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary><c>admin rollback</c>: puts back the state as it was before its last migration, for an older program.</summary>
internal static class RollbackCommand
{
    public static Command Build(Terminal terminal)
    {
        var yes = new Option<bool>("--yes") { Description = "Really do it." };
        var data = CommonOptions.Data();
        var command = new Command("rollback", "Put back the state as it was before its last migration, to go back to an older version of the program.") { yes, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SqliteOptions { Folder = Path.GetFullPath(parsed.GetRequiredValue(data)) };
            var place = new FolderBackups(new BackupOptions(), options);
            var backup = (await BackupShelf.ListAsync(place, cancellationToken)).FirstOrDefault(static backup => backup is { Reason: BackupReason.Migration, Trouble: null })
                ?? throw new StoreException($"There is no backup from before a migration in {place.Name}. admin restore takes any other.");
            var code = await RestoreCommand.RunAsync(terminal, options, place.Find(backup.Name)!, parsed.GetValue(yes), cancellationToken);
            if (code == ExitCode.Success)
            {
                terminal.Line($"This state is of format {backup.Format}: start the version of ArrFunctions that ran before {backup.Version}. This one would bring it to format {SqliteSchema.Version} again.");
            }

            return code;
        });
        return command;
    }
}
