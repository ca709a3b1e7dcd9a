using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage.Salvage;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>From a data folder to an open state file, one process at a time.</summary>
internal static partial class SqliteOpening
{
    /// <summary>Opens the file, or makes it. Checks it first when the last stop was not clean.</summary>
    /// <exception cref="StoreException">The folder cannot be used, or the file is damaged or newer than this program.</exception>
    public static SqliteStateFile Open(SqliteOptions options, ILogger<SqliteStateFile> logger)
    {
        var failures = new SqliteFailures(options);
        try
        {
            RestoreJournal.FinishIfAny(options);
            DataFolder.Prepare(options);
            var locks = new StateLocks(options);
            using var turn = locks.AcquireWrite();
            if (locks.NobodyJoined())
            {
                SalvagedFile.PutInPlace(options);
                DataFolder.Prepare(options);
            }

            return OpenLocked(options, logger, failures, locks);
        }
        catch (Exception exception) when (SqliteFailures.IsKnown(exception))
        {
            throw failures.Explain(exception);
        }
    }

    private static SqliteStateFile OpenLocked(SqliteOptions options, ILogger logger, SqliteFailures failures, StateLocks locks)
    {
        var mark = new StopMark(options);
        var isFirst = locks.NobodyJoined();
        var unclean = isFirst && IsUnclean(options, mark, failures);
        var membership = locks.Join();
        SqliteSession? session = null;
        try
        {
            session = SqliteSession.OpenWriter(options);
            if (unclean)
            {
                Check(session, options, failures, logger);
            }

            SqliteSchema.RefuseNewer(session, options.DatabasePath);
            if (isFirst && HasContent(options))
            {
                mark.Clear();
            }

            var journal = SetJournal(session, options, logger);
            SqliteMigration.Run(session, options, isFirst, logger);
            if (isFirst)
            {
                Mark(mark, session, journal);
            }

            Log.Opened(logger, options.DatabasePath, SqliteLibrary.Current, journal);
            return new(options, logger, failures, locks, membership, session) { Journal = journal, WasChecked = unclean };
        }
        catch
        {
            session?.Dispose();
            membership.Dispose();
            throw;
        }
    }

    /// <exception cref="StoreException">Something is wrong that SQLite would pass over.</exception>
    private static bool IsUnclean(SqliteOptions options, StopMark mark, SqliteFailures failures) =>
        !mark.IsValid && (mark.Exists && StateTrouble.Of(options, mark) is { } trouble ? throw failures.Damaged(trouble) : HasContent(options));

    private static bool HasContent(SqliteOptions options) => new FileInfo(options.DatabasePath).Length > 0;

    private static void Check(SqliteSession session, SqliteOptions options, SqliteFailures failures, ILogger logger)
    {
        Log.Checking(logger, options.DatabasePath);
        var finding = (string)session.Scalar("PRAGMA integrity_check(1)")!;
        if (finding is not "ok")
        {
            throw failures.Damaged(finding.Split('\n')[^1]); // Behind a line that names the database.
        }
    }

    /// <summary>From here on an empty database is one that was emptied, and a log that is gone is missed: it is there, since this writes to it.</summary>
    private static void Mark(StopMark mark, SqliteSession session, SqliteJournal journal)
    {
        if (journal is SqliteJournal.Wal)
        {
            session.Execute($"PRAGMA user_version={SqliteSchema.Version}");
            mark.SetLogged();
            return;
        }

        mark.Clear();
    }

    private static SqliteJournal SetJournal(SqliteSession session, SqliteOptions options, ILogger logger)
    {
        var wanted = options.Journal ?? DataFolder.JournalFor(new DriveInfo(options.Folder));
        var name = (string)session.Scalar(wanted is SqliteJournal.Wal ? "PRAGMA journal_mode=WAL" : "PRAGMA journal_mode=DELETE")!;
        if (name is "wal")
        {
            return SqliteJournal.Wal;
        }

        Log.RollbackJournal(logger, options.Folder);
        return SqliteJournal.Delete;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The state is in {Path}; {Library}, journal {Journal}.")]
        public static partial void Opened(ILogger logger, string path, SqliteLibrary library, SqliteJournal journal);

        [LoggerMessage(LogLevel.Warning, "The last stop was not clean, so {Path} is being checked.")]
        public static partial void Checking(ILogger logger, string path);

        [LoggerMessage(LogLevel.Warning, "The state uses a rollback journal, which is slower than a log: {Folder} is on a network or FUSE file system, or was set up so. A local disk is better.")]
        public static partial void RollbackJournal(ILogger logger, string folder);
    }
}
