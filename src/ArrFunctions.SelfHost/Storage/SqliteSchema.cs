using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>What the state file holds. Its number goes up with every change that an older program would misread.</summary>
internal static class SqliteSchema
{
    public const long Version = 1;

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

    public static void RefuseNewer(SqliteSession session, string path)
    {
        var found = Found(session);
        if (found > Version)
        {
            throw new StoreException(
                $"The state file {path} was written by a newer version of ArrFunctions (format {found}; this one knows up to {Version}). "
                + "Nothing was changed. Start the newer version again, or put back a backup from before the update.");
        }
    }

    public static void Create(SqliteSession session)
    {
        if (Found(session) == Version)
        {
            return;
        }

        session.Execute("BEGIN IMMEDIATE");
        session.Execute(Rows);
        session.Execute($"PRAGMA user_version={Version}");
        session.Execute("COMMIT");
    }

    private static long Found(SqliteSession session) => (long)session.Scalar("PRAGMA user_version")!;
}
