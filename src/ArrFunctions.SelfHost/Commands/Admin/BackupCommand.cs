using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary><c>admin backup</c>: makes a backup, lists those that there are, or looks at one.</summary>
internal static class BackupCommand
{
    public static Command Build(Terminal terminal)
    {
        var output = new Option<string?>("--output") { Description = "Write it into this file, and not among the others.", HelpName = "FILE", Validators = { CommonOptions.RefuseEmpty } };
        var list = new Option<bool>("--list") { Description = "List the backups." };
        var check = new Option<string?>("--check") { Description = "Look at a backup as a restore would: every hash, the state as a whole, its rows.", HelpName = "FILE", Validators = { CommonOptions.RefuseEmpty } };
        var (url, keyFile, json, config, data) = (AdminOptions.Url(), AdminOptions.KeyFile(), CommonOptions.Json(), CommonOptions.Config(), CommonOptions.Data());
        var command = new Command("backup", "Make a backup of the state and what belongs to it, with the service running or not.") { output, list, check, url, keyFile, json, config, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isJson = parsed.GetValue(json);
            if (parsed.GetValue(check) is { } file)
            {
                return Report(terminal, await CheckAsync(terminal, Path.GetFullPath(file), cancellationToken), isJson, "whole");
            }

            using var host = RemoteHost.Of(parsed, url, keyFile, data, isForBackup: true);
            if (host is not null)
            {
                return parsed.GetValue(list) ? List(terminal, await host.ListBackupsAsync(cancellationToken), isJson)
                    : Report(terminal, await DownloadAsync(terminal, host, parsed.GetValue(output), cancellationToken), isJson, "downloaded");
            }

            var options = CommandConfiguration.Read(parsed, config, data).Options;
            await using var state = ProductState.OpenToRead(parsed.GetRequiredValue(data), options);
            return parsed.GetValue(list) ? List(terminal, await state.Get<BackupShelf>().ListAsync(cancellationToken), isJson)
                : !new SqliteOptions { Folder = Path.GetFullPath(parsed.GetRequiredValue(data)) }.HasState
                    ? throw new StoreException($"There is no state in {parsed.GetRequiredValue(data)}. Name the data folder with --data, or a running host with --url.")
                : parsed.GetValue(output) is { } path ? Report(terminal, await WriteAsync(terminal, state, Path.GetFullPath(path), cancellationToken), isJson, "written")
                : await MakeAsync(terminal, state, isJson, cancellationToken);
        });
        return command;
    }

    /// <summary>Looks at any backup.</summary>
    /// <exception cref="StateFileException">It cannot be restored.</exception>
    public static async Task<BackupView> CheckAsync(Terminal terminal, string path, CancellationToken cancellationToken)
    {
        var scratch = MakeScratch();
        try
        {
            return await WithProgressAsync(terminal, async advance =>
            {
                var isSqlite = true;
                using (var archive = BackupArchive.Open(path))
                {
                    StateRestore.RefuseNewer(archive.Manifest, archive.State.Name);
                    isSqlite = archive.State.Name is BackupEntry.Sqlite;
                    BackupRoom.Check(scratch.FullName, archive.State.Length, "Looking at the backup");
                }

                var manifest = await BackupCheck.RunAsync(
                    path,
                    Path.Combine(scratch.FullName, "state"),
                    (state, token) => isSqlite ? Task.FromResult(SqliteCopying.Check(state)) : StateFileCopy.CheckFileAsync(state, token),
                    advance,
                    cancellationToken);
                return manifest.View(Path.GetFileName(path), new FileInfo(path).Length);
            });
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>A folder to unpack into, for its owner alone.</summary>
    /// <exception cref="StoreException">There is nowhere to make it.</exception>
    public static DirectoryInfo MakeScratch()
    {
        try
        {
            return Directory.CreateTempSubdirectory("arrfunctions-");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The backup is unpacked to look at it, and that cannot be done in {Path.GetTempPath()}: {failure.Message} Nothing was changed. Name a folder that can be written in TMPDIR.", failure);
        }
    }

    public static async Task<T> WithProgressAsync<T>(Terminal terminal, Func<Action<long>, Task<T>> work)
    {
        long bytes = 0;
        try
        {
            return await work(more => terminal.Status($"{BackupWords.Size(bytes += more)} read"));
        }
        finally
        {
            terminal.Status("");
        }
    }

    private static async Task<int> MakeAsync(Terminal terminal, ProductState state, bool isJson, CancellationToken cancellationToken)
    {
        var outcome = await WithProgressAsync(terminal, advance => state.Get<BackupRun>().RunAsync(BackupReason.Asked, "cli", advance, cancellationToken));
        if (outcome is not BackupOutcome.Made made)
        {
            Terminal.Error("A backup is being made by another process. --list shows it when it is there.");
            return ExitCode.Failure;
        }

        if (!isJson)
        {
            terminal.Line($"In {state.Get<IBackupPlace>().Name}:");
        }

        return Report(terminal, made.Backup, isJson, "made");
    }

    private static async Task<BackupView> WriteAsync(Terminal terminal, ProductState state, string path, CancellationToken cancellationToken) =>
        await IntoAsync(path, part => WithProgressAsync(terminal, async advance =>
        {
            var manifest = await state.Get<BackupBuild>().RunAsync(part, BackupReason.Asked, advance, cancellationToken);
            return manifest.View(Path.GetFileName(path), new FileInfo(part).Length);
        }));

    private static async Task<BackupView> DownloadAsync(Terminal terminal, RemoteHost host, string? output, CancellationToken cancellationToken)
    {
        var made = await terminal.WaitForAsync($"{host.Name} makes a backup", () => host.MakeBackupAsync(cancellationToken));
        return await IntoAsync(Path.GetFullPath(output ?? made.Name), async part =>
        {
            await using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            {
                await host.DownloadBackupAsync(made.Name, file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            return (await CheckAsync(terminal, part, cancellationToken)) with { Name = made.Name };
        });
    }

    private static async Task<BackupView> IntoAsync(string path, Func<string, Task<BackupView>> write)
    {
        if (Directory.Exists(path))
        {
            throw new StateFileException($"{path} is a folder. Name a file in it.");
        }

        if (Path.Exists(path))
        {
            throw new StateFileException($"{path} is there already. Remove it, or name another file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new StateFileException($"There is no folder {Path.GetDirectoryName(path)}. Make it, or name a file in another one.");
        }

        var part = $"{path}.arrfunctions-part";
        try
        {
            Array.ForEach([part, $"{part}.state"], File.Delete); // What one that was killed left.
            var view = await write(part);
            LinuxFile.Rename(part, path);
            LinuxFile.TrySyncFolder(Path.GetDirectoryName(path)!);
            return view;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StateFileException($"{path} cannot be written: {failure.Message}", failure);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static int Report(Terminal terminal, BackupView backup, bool isJson, string word)
    {
        if (isJson)
        {
            Terminal.Raw(JsonSerializer.Serialize(backup, BackupJson.Default.BackupView));
        }
        else
        {
            terminal.Line(word.PadRight(13), Color.Green, $"{BackupWords.Of(backup)}; state of {Time(backup.Time)}, format {backup.Format}, ArrFunctions {backup.Version}");
        }

        return ExitCode.Success;
    }

    private static int List(Terminal terminal, BackupList list, bool isJson)
    {
        if (isJson)
        {
            foreach (var backup in list.Backups)
            {
                Terminal.Raw(JsonSerializer.Serialize(backup, BackupJson.Default.BackupView));
            }

            return ExitCode.Success;
        }

        string[] columns = ["State of", "Reason", "Size", "Rows", "Files", "Version"];
        var shown = terminal.IsNarrow ? 3 : columns.Length;
        var table = new Table { Border = TableBorder.Rounded }.AddColumn("Name", static column => column.NoWrap()).AddColumns(columns[..shown]);
        foreach (var backup in list.Backups)
        {
            string[] cells = backup.Trouble is { } trouble
                ? [backup.Name, "", trouble, BackupWords.Size(backup.Bytes), "", "", ""]
                : [
                    backup.Name, Time(backup.Time), backup.Reason.ToString().ToLowerInvariant(), BackupWords.Size(backup.Bytes),
                    backup.Rows.ToString(CultureInfo.InvariantCulture), backup.Artifacts.ToString(CultureInfo.InvariantCulture), backup.Version,
                ];
            table.AddRow([.. cells.Take(shown + 1).Select(Markup.Escape)]);
        }

        terminal.Write(table);
        terminal.Line($"In {list.Place}; of those that the timer made, {list.Keep} are kept.");
        return ExitCode.Success;
    }

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
