using System.Globalization;
using ArrFunctions.Ops.Backup;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>What a restore shows.</summary>
internal static class RestoreWords
{
    public static void Show(Terminal terminal, BackupView backup, SqliteOptions options)
    {
        terminal.Fact("backup", $"{BackupWords.Of(backup)}; ArrFunctions {backup.Version}, format {backup.Format}");
        terminal.Fact("state of", BackupCommand.Time(backup.Time));
        terminal.Fact("replaces", Found(options));
        terminal.Fact("loses", "what came since: jobs, events, settings and keys; undo records of files that were changed since, which cannot be undone from here any more. Keys that were revoked since open it again. "
            + "Imports of Sonarr and Radarr are found again in their histories by the reconciliation.");
    }

    public static void Done(Terminal terminal, RestoredState restored)
    {
        terminal.Line($"The state of {BackupCommand.Time(restored.Backup.Time)} is in its place.");
        if (restored.Kept is { } kept)
        {
            terminal.Line($"What was there is in {kept}, until three more restores came after it.");
        }

        if (restored.IsConfigurationBeside)
        {
            terminal.Line($"config.yaml is mounted and was left as it is; that of the backup lies beside it as {RestoreMounts.BesideConfiguration}.");
        }

        terminal.Line("Start the service: it goes on with what was queued or running then.");
    }

    private static string Found(SqliteOptions options)
    {
        if (new FileInfo(options.DatabasePath) is not { Exists: true, Length: > 0 })
        {
            return $"nothing: there is no state in {options.Folder}";
        }

        try
        {
            using var session = SqliteSession.OpenReader(options);
            var rows = (long)session.Scalar("SELECT count(*) FROM rows")!;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"the state in {options.Folder}, last changed {BackupCommand.Time(new DateTimeOffset(File.GetLastWriteTimeUtc(options.DatabasePath)))}, format {SqliteSchema.Found(session)}, {rows} rows; it is kept beside");
        }
        catch (SqliteException failure)
        {
            return $"the state in {options.Folder}, which cannot be read ({failure.Message.TrimEnd('.')}); it is kept beside";
        }
    }
}
