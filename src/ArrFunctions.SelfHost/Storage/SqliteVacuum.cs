using ArrFunctions.Ops.Backup;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Gives the disk back what the state file does not need.</summary>
internal static class SqliteVacuum
{
    /// <summary>Larger ones are not rewritten while others wait to write: they would give up.</summary>
    public const long LargestBeside = 1L << 30;

    /// <summary>Rewrites the file under the write lock; others wait for their writes meanwhile, and read on.</summary>
    /// <param name="options">Of a state file that this process has open.</param>
    /// <param name="isBeside">Whether a service uses it too.</param>
    /// <exception cref="StoreException">There is no room, it is too large for that, or somebody keeps it locked.</exception>
    public static VacuumReport Run(SqliteOptions options, bool isBeside)
    {
        try
        {
            using var turn = new StateLocks(options).AcquireWrite();
            var before = options.Size;
            if (isBeside && before > LargestBeside)
            {
                throw new StoreException(
                    $"{options.DatabasePath} has {BackupWords.Size(before)}; rewriting it would hold up the service for longer than its writes wait. Stop the service first.");
            }

            BackupRoom.Check(options.Folder, 2 * before, "Rewriting the state");
            using var session = SqliteSession.OpenCopier(options);
            session.Execute("PRAGMA synchronous=FULL");
            session.Execute("VACUUM");

            // The file shrinks when the log is brought into it; readers of this very instant leave that to the next one.
            var isWhole = session.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is null or 0L;
            return new(before, options.Size, isWhole);
        }
        catch (Exception failure) when (SqliteFailures.IsKnown(failure))
        {
            throw new SqliteFailures(options).Explain(failure);
        }
    }
}

/// <param name="Before">Bytes of the file and its log.</param>
/// <param name="After">The same afterwards.</param>
/// <param name="IsWhole">Whether the log could be brought into the file at once.</param>
internal sealed record VacuumReport(long Before, long After, bool IsWhole);
