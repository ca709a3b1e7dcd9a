using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>What the state file holds. Its number goes up with every change that an older program would misread.</summary>
internal static class SqliteSchema
{
    public const long Version = 2;

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

    /// <summary>Each leads from the version of its index to the next one.</summary>
    private static readonly string[] Steps = [Rows, Messages];

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

    /// <summary>Makes what a new or an older file lacks, all of it or nothing.</summary>
    public static void Create(SqliteSession session)
    {
        var found = Found(session);
        if (found == Version)
        {
            return;
        }

        session.Execute("BEGIN IMMEDIATE");
        foreach (var step in Steps.Skip((int)found))
        {
            session.Execute(step);
        }

        session.Execute($"PRAGMA user_version={Version}");
        session.Execute("COMMIT");
    }

    private static long Found(SqliteSession session) => (long)session.Scalar("PRAGMA user_version")!;
}
