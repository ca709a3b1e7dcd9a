using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Reads a state for a command that only looks: it is not made, not checked, and not brought to the version of this program.</summary>
internal static class StateLook
{
    /// <exception cref="StoreException">It cannot be read.</exception>
    public static T Read<T>(SqliteOptions options, Func<SqliteSession, T> read)
    {
        try
        {
            RestoreJournal.FinishIfAny(options);
            using var membership = Join(new(options));
            using var session = SqliteSession.OpenReader(options);
            return read(session);
        }
        catch (Exception failure) when (SqliteFailures.IsKnown(failure))
        {
            throw new SqliteFailures(options).Explain(failure);
        }
    }

    /// <summary>Why a command that only looks leaves the state closed; null: it has the version of this program, or opening it tells what is wrong.</summary>
    public static string? WhyClosed(SqliteOptions options)
    {
        try
        {
            return options.HasState && Read(options, SqliteSchema.Found) is > 0 and < SqliteSchema.Version and var found
                ? $"The state in {options.Folder} is of format {found}, of an older version of ArrFunctions, and was left as it is. The start of the service, or `arrfunctions admin migrate`, brings it to format {SqliteSchema.Version}, after a backup."
                : null;
        }
        catch (StoreException)
        {
            return null;
        }
    }

    private static KernelLock Join(StateLocks locks)
    {
        using var turn = locks.AcquireWrite();
        return locks.Join();
    }
}
