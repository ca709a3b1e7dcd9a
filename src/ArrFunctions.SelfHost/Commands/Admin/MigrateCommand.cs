using System.CommandLine;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary><c>admin migrate</c>: the version of the state, what is pending, and doing it. The service does the same at its start.</summary>
internal static class MigrateCommand
{
    public static Command Build(Terminal terminal)
    {
        var check = new Option<bool>("--check") { Description = "Only show what is pending." };
        var data = CommonOptions.Data();
        var command = new Command("migrate", "Show the version of the state, and bring it to that of this program; a backup is made before.") { check, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SqliteOptions { Folder = Path.GetFullPath(parsed.GetRequiredValue(data)) };
            if (!options.HasState)
            {
                throw new StoreException($"There is no state in {options.Folder}. Name the data folder with --data.");
            }

            var pending = Show(terminal, options);
            if (parsed.GetValue(check) || pending == 0)
            {
                return pending == 0 ? ExitCode.Success : ExitCode.Waiting;
            }

            await using (SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance))
            {
            }

            Show(terminal, options);
            return ExitCode.Success;
        });
        return command;
    }

    /// <returns>How many steps are pending.</returns>
    private static int Show(Terminal terminal, SqliteOptions options) => StateLook.Read(options, session =>
    {
        SqliteSchema.RefuseNewer(session, options.DatabasePath);
        var found = SqliteSchema.Found(session);
        var pending = SqliteSchema.Pending(found);
        terminal.Fact("state", $"{options.DatabasePath}, format {found}; this program knows up to {SqliteSchema.Version}");
        foreach (var applied in SqliteSchema.Applied(session))
        {
            terminal.Fact("applied", $"{applied.Version} on {BackupCommand.Time(applied.Applied)} by ArrFunctions {applied.Program} in {applied.Took.TotalMilliseconds:0} ms{(applied.Backup is { } backup ? $", backup {backup}" : "")}");
        }

        foreach (var step in pending)
        {
            terminal.Fact("pending", step);
        }

        terminal.Line(pending.Count == 0 ? "Nothing is pending." : $"{pending.Count} pending; a backup is made before.");
        return pending.Count;
    });
}
