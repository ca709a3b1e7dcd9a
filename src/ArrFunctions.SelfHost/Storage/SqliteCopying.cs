using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.State;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Copies a state file as it is at one instant, and looks at a copy.</summary>
internal static class SqliteCopying
{
    /// <summary>One file without a log, for its owner alone. Its instant is that of its first read.</summary>
    /// <param name="session">In no transaction, and not one that may only query.</param>
    /// <param name="path">There must be nothing of that name.</param>
    /// <param name="clock">The time.</param>
    public static CopiedState Copy(SqliteSession session, string path, TimeProvider clock)
    {
        // SQLite writes into an empty file too, and leaves its mode.
        using (new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
        }

        var time = clock.GetUtcNow();
        session.Execute("VACUUM INTO $path", ("$path", path));
        using var copy = SqliteSession.OpenAlone(path, isReadOnly: true);
        return Count(copy, time);
    }

    /// <summary>Looks at all of a file that may come from anywhere.</summary>
    /// <exception cref="StateFileException">It is damaged, or more than a state.</exception>
    public static CopiedState Check(string path)
    {
        try
        {
            using var copy = SqliteSession.OpenAlone(path, isReadOnly: true);
            if (copy.Scalar("PRAGMA integrity_check(1)") is not "ok" and var finding)
            {
                throw new StateFileException($"The state in it is damaged: {finding}.");
            }

            if ((long)copy.Scalar("SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index')")! > 0 || SqliteSchema.Found(copy) < 1)
            {
                throw new StateFileException("The state in it is no state of ArrFunctions.");
            }

            return Count(copy, default);
        }
        catch (SqliteException failure)
        {
            throw new StateFileException($"The state in it cannot be read: {failure.Message}", failure);
        }
    }

    private static CopiedState Count(SqliteSession copy, DateTimeOffset time)
    {
        var (rows, format) = (new SortedDictionary<string, long>(StringComparer.Ordinal), SqliteSchema.Found(copy));
        using (var reader = copy.Query("SELECT tbl, count(*) FROM rows GROUP BY tbl"))
        {
            while (reader.Read())
            {
                rows[reader.GetString(0)] = reader.GetInt64(1);
            }
        }

        return new(time, format, rows, format < 2 ? null : (long)copy.Scalar("SELECT count(*) FROM messages")!);
    }
}
