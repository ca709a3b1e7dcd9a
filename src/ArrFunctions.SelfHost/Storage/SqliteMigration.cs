using System.Diagnostics;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Brings a state file to the version of this program: a backup first, then all steps in one transaction, so that no backup ever holds a state between two versions.</summary>
internal static partial class SqliteMigration
{
    /// <param name="session">Of the writer, in no transaction, under the write lock.</param>
    /// <param name="options">Of the file.</param>
    /// <param name="isAlone">Whether no other process has it open.</param>
    /// <param name="logger">Told of it.</param>
    /// <exception cref="StoreException">No backup can be made, or another process uses the file; nothing was changed.</exception>
    public static void Run(SqliteSession session, SqliteOptions options, bool isAlone, ILogger logger)
    {
        var found = SqliteSchema.Found(session);
        if (found == SqliteSchema.Version)
        {
            return;
        }

        if (found == 0)
        {
            Make(session);
            return;
        }

        if (!isAlone)
        {
            throw new StoreException(
                $"The state in {options.Folder} is of format {found}, and another process has it open, of an older version of ArrFunctions. Stop that one first; then the state is brought to format {SqliteSchema.Version}.");
        }

        var backup = MigrationBackup.Make(session, options, found);
        FaultPoint.Here("backup before migration");
        Migrate(session, found, backup);
        Log.Migrated(logger, options.DatabasePath, found, SqliteSchema.Version, backup);
        FaultPoint.Here("migrated");
    }

    /// <summary>A new file: all of it or nothing.</summary>
    public static void Make(SqliteSession session)
    {
        var (now, started) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
        session.Execute("BEGIN IMMEDIATE");
        for (var to = 1L; to <= SqliteSchema.Version; to++)
        {
            SqliteSchema.Step(session, to, now, () => Stopwatch.GetElapsedTime(started), backup: null);
        }

        session.Execute("COMMIT");
    }

    private static void Migrate(SqliteSession session, long from, string backup)
    {
        session.Execute("BEGIN IMMEDIATE");
        for (var to = from + 1; to <= SqliteSchema.Version; to++)
        {
            var (now, started) = (TimeProvider.System.GetUtcNow(), Stopwatch.GetTimestamp());
            SqliteSchema.Step(session, to, now, () => Stopwatch.GetElapsedTime(started), backup);
            FaultPoint.Here("migrating");
        }

        SqliteEvents.Tell(session, "state.migrated", "state", $"The state was brought from format {from} to {SqliteSchema.Version}; the backup {backup} holds it as it was");
        session.Execute("COMMIT");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Path} was brought from format {From} to {To}; the backup {Backup} holds it as it was.")]
        public static partial void Migrated(ILogger logger, string path, long from, long to, string backup);
    }
}
