using System.CommandLine;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Service;
using ArrFunctions.SelfHost.Storage;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary><c>admin restore FILE|NAME|latest</c>: puts a backup in the place of the state.</summary>
internal static class RestoreCommand
{
    public static Command Build(Terminal terminal)
    {
        var backup = new Argument<string>("BACKUP") { Description = "A file, the name of a backup, or latest.", Validators = { CommonOptions.RefuseEmpty } };
        var yes = new Option<bool>("--yes") { Description = "Really do it." };
        var (url, keyFile, config, data) = (AdminOptions.Url(), AdminOptions.KeyFile(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("restore", "Show what a backup holds and what it would replace, and with --yes put it in the place of the state.") { backup, yes, url, keyFile, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var host = RemoteHost.Of(parsed, url, keyFile, data, isForBackup: true);
            var options = new SqliteOptions { Folder = Path.GetFullPath(parsed.GetRequiredValue(data)) };
            var place = new FolderBackups(CommandConfiguration.ReadWithoutState(parsed, config, data).Options.Backup, options);
            var path = await FindAsync(parsed.GetRequiredValue(backup), place, cancellationToken);
            if (host is not null)
            {
                return await RemoteRestore.RunAsync(terminal, host, path, parsed.GetValue(yes), cancellationToken);
            }

            return await RunAsync(terminal, options, path, parsed.GetValue(yes), cancellationToken);
        });
        return command;
    }

    /// <summary>Shows it, and does it when that is wanted.</summary>
    public static async Task<int> RunAsync(Terminal terminal, SqliteOptions options, string path, bool isConfirmed, CancellationToken cancellationToken)
    {
        RefuseService(options);
        var view = await BackupCommand.CheckAsync(terminal, path, cancellationToken);
        RestoreWords.Show(terminal, view, options);
        if (!isConfirmed)
        {
            Terminal.Error("Nothing was changed. With --yes that is done.");
            return ExitCode.Usage;
        }

        var restored = await BackupCommand.WithProgressAsync(
            terminal, advance => new StateRestore(options, TimeProvider.System).RunAsync(path, advance, cancellationToken));
        RestoreWords.Done(terminal, restored);
        return ExitCode.Success;
    }

    private static void RefuseService(SqliteOptions options)
    {
        if (ServiceLock.IsHeld(options.Folder))
        {
            throw new StoreException($"A service runs on the data folder {options.Folder}, or another restore is at work there. A restore needs it for itself: stop the service first.");
        }
    }

    /// <exception cref="StoreException">There is none of that name.</exception>
    private static async Task<string> FindAsync(string wanted, FolderBackups place, CancellationToken cancellationToken)
    {
        if (wanted is "latest")
        {
            var latest = (await BackupShelf.ListAsync(place, cancellationToken)).FirstOrDefault(static backup => backup.Trouble is null)
                ?? throw new StoreException($"There is no backup in {place.Name}. Name a file, or the data folder with --data.");
            return place.Find(latest.Name)!;
        }

        return File.Exists(wanted) ? Path.GetFullPath(wanted)
            : place.Find(wanted) ?? throw new StoreException($"There is no backup '{wanted}', neither as a file nor in {place.Name}. admin backup --list lists those that there are.");
    }
}
