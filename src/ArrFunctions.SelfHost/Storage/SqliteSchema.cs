using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>What the state file holds. Its number goes up with every change that an older program would misread.</summary>
internal static class SqliteSchema
{
    public const long Version = 3;

    // Keys are printable ASCII, so BINARY, the default collation, is ordinal order. Table names ignore case, as they do in Azure.
    private const string Rows = """
        CREATE TABLE IF NOT EXISTS rows (
            tbl TEXT NOT NULL COLLATE NOCASE,
            pk TEXT NOT NULL,
            rk TEXT NOT NULL,
            etag TEXT NOT NULL,
            content TEXT NOT NULL,
            PRIMARY KEY (tbl, pk, rk)
        ) WITHOUT ROWID
        """;

    // visible_at is in ticks of UTC. AUTOINCREMENT: no id comes twice, and ids are the order of sending. The body stands last, so that
    // looking at the others does not read it.
    private const string Messages = """
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL,
            visible_at INTEGER NOT NULL,
            dequeue_count INTEGER NOT NULL DEFAULT 0,
            receipt TEXT,
            body TEXT NOT NULL
        );
        CREATE INDEX messages_by_visibility ON messages (queue, visible_at)
        """;

    // Who brought the file to which version, when (ticks of UTC), with which program, how long it took, and the backup made before.
    private const string Migrations = """
        CREATE TABLE IF NOT EXISTS migrations (
            version INTEGER PRIMARY KEY,
            applied_at INTEGER NOT NULL,
            program TEXT NOT NULL,
            milliseconds INTEGER NOT NULL,
            backup TEXT
        )
        """;

    private const string Note =
        "INSERT OR REPLACE INTO migrations (version, applied_at, program, milliseconds, backup) VALUES ($version, $applied, $program, $milliseconds, $backup)";

    /// <summary>Each leads from the version of its index to the next one.</summary>
    private static readonly (string Sql, string Words)[] Steps =
        [(Rows, "the tables"), (Messages, "the queues"), (Migrations, "the list of migrations")];

    /// <summary>Of a file; 0 where it is new.</summary>
    public static long Found(SqliteSession session) => (long)session.Scalar("PRAGMA user_version")!;

    /// <summary>What leads from a version to <see cref="Version"/>, in words.</summary>
    public static IReadOnlyList<string> Pending(long found) =>
        [.. Steps.Select(static (step, index) => (Number: index + 1, step.Words)).Where(step => step.Number > found).Select(static step => $"{step.Number}: {step.Words}")];

    public static void RefuseNewer(SqliteSession session, string path) => RefuseNewer(Found(session), path);

    public static void RefuseNewer(long found, string path)
    {
        if (found > Version)
        {
            throw new StoreException(
                $"The state file {path} was written by a newer version of ArrFunctions (format {found}; this one knows up to {Version}). "
                + "Nothing was changed. Start the newer version again, or put back a backup from before the update.");
        }
    }

    /// <summary>One step further, within the caller's transaction.</summary>
    /// <param name="session">In a transaction.</param>
    /// <param name="to">The version that it leads to.</param>
    /// <param name="at">When it was begun.</param>
    /// <param name="took">How long it took, as far as that is known.</param>
    /// <param name="backup">Name of the backup that was made before; null: there was nothing to be lost.</param>
    public static void Step(SqliteSession session, long to, DateTimeOffset at, Func<TimeSpan> took, string? backup)
    {
        session.Execute(Steps[to - 1].Sql);
        session.Execute(Migrations);
        session.Execute(
            Note,
            ("$version", to),
            ("$applied", at.UtcTicks),
            ("$program", StateHeader.ProductVersion),
            ("$milliseconds", (long)took().TotalMilliseconds),
            ("$backup", (object?)backup ?? DBNull.Value));
        session.Execute($"PRAGMA user_version={to}");
    }

    /// <summary>What was applied, in its order; nothing before version 3.</summary>
    public static IReadOnlyList<AppliedMigration> Applied(SqliteSession session)
    {
        List<AppliedMigration> applied = [];
        if (session.Scalar("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'migrations'") is null)
        {
            return applied;
        }

        using var reader = session.Query("SELECT version, applied_at, program, milliseconds, backup FROM migrations ORDER BY version");
        while (reader.Read())
        {
            applied.Add(new(
                reader.GetInt64(0),
                new DateTimeOffset(reader.GetInt64(1), TimeSpan.Zero),
                reader.GetString(2),
                TimeSpan.FromMilliseconds(reader.GetInt64(3)),
                reader.IsDBNull(4) ? null : reader.GetString(4)));
        }

        return applied;
    }
}
