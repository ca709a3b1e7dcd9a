using ArrFunctions.Ops.State;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Storage.Salvage;

namespace ArrFunctions.SelfHost.Commands.Admin;

/// <summary>Output of <c>admin stats</c>: what the data folder holds. All sizes are in bytes.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Version">Of the program.</param>
/// <param name="Sqlite">The SQLite library in use, and where it comes from.</param>
/// <param name="Schema">Version of the state.</param>
/// <param name="Database">Of the file of the state.</param>
/// <param name="Log">Of what is written and not in that file yet.</param>
/// <param name="Free">Of the database, what holds nothing; <c>admin vacuum</c> gives it back.</param>
/// <param name="Messages">In the queues.</param>
/// <param name="Damaged">Folders of damaged states that were set aside.</param>
internal sealed record StateFigures(
    string Folder, string Version, string Sqlite, long Schema, long Database, long Log, long Free, long Messages, FolderFigures Artifacts, FolderFigures Logs,
    FolderFigures Backups, FolderFigures Damaged, IReadOnlyList<TableFigures> Tables)
{
    // The keys count too: they are written in each row.
    private const string TablesSql =
        "SELECT tbl, count(*), sum(length(tbl) + length(pk) + length(rk) + length(etag) + length(CAST(content AS BLOB))) FROM rows GROUP BY tbl ORDER BY tbl";

    /// <exception cref="Platform.StoreException">The state cannot be read.</exception>
    public static StateFigures Read(string dataFolder, string? backupFolder, string? logFile)
    {
        var options = new SqliteOptions { Folder = dataFolder };
        var of = new StateFigures(
            dataFolder,
            StateHeader.ProductVersion,
            SqliteLibrary.Current.ToString(),
            Schema: 0,
            FolderFigures.SizeOf(options.DatabasePath),
            FolderFigures.SizeOf(options.LogPath),
            Free: 0,
            Messages: 0,
            FolderFigures.Of(Path.Combine(dataFolder, "artifacts")),
            FolderFigures.Logs(logFile),
            FolderFigures.Backups(dataFolder, backupFolder),
            FolderFigures.Of([.. SalvagedFile.Folders(dataFolder).Select(static folder => folder.FullName)]),
            []);
        return options.HasState ? StateLook.Read(options, session => Read(session, of, options.DatabasePath)) : of;
    }

    private static StateFigures Read(SqliteSession session, StateFigures of, string path)
    {
        var schema = SqliteSchema.Found(session);
        SqliteSchema.RefuseNewer(schema, path);
        return schema == 0 ? of : of with
        {
            Schema = schema,
            Free = (long)session.Scalar("PRAGMA freelist_count")! * (long)session.Scalar("PRAGMA page_size")!,
            Messages = schema < 2 ? 0 : (long)session.Scalar("SELECT count(*) FROM messages")!,
            Tables = TablesOf(session),
        };
    }

    private static List<TableFigures> TablesOf(SqliteSession session)
    {
        var tables = new List<TableFigures>();
        using var reader = session.Query(TablesSql);
        while (reader.Read())
        {
            tables.Add(new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return tables;
    }
}

/// <param name="Bytes">Keys and content, without what SQLite needs beside them.</param>
internal sealed record TableFigures(string Table, long Rows, long Bytes);
