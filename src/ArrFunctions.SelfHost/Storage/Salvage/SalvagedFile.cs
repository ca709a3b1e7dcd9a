using System.Globalization;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>The state that is made of a damaged one: written beside it, named for good when it is whole and on disk, and then put in its place.</summary>
/// <remarks>
/// <c>state.salvage.db</c> is being written, and worth nothing after a kill; <c>state.salvaged-{time}.db</c> is whole. From that name on the way is decided: whoever opens the
/// state next moves the damaged files to <c>damaged-{time}</c> and the new one to their place, wherever that was cut off. The damaged files are never deleted.
/// </remarks>
internal static class SalvagedFile
{
    public const string FolderPrefix = "damaged-";

    private const string Begun = "state.salvage.db";

    private const string Prefix = "state.salvaged-";

    private const string Suffix = ".db";

    private const string InsertSql = "INSERT INTO rows (tbl, pk, rk, content, etag) VALUES ($table, $partition, $row, $content, $etag) ON CONFLICT DO NOTHING";

    /// <summary>The folder for what is damaged now.</summary>
    public static string FolderAt(DateTimeOffset time) => FolderPrefix + time.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The folders of damaged files that nobody has removed.</summary>
    public static IReadOnlyList<DirectoryInfo> Folders(string dataFolder) =>
        Directory.Exists(dataFolder) ? [.. new DirectoryInfo(dataFolder).EnumerateDirectories($"{FolderPrefix}*")] : [];

    /// <summary>Salvaged states that are whole, and not in their place yet.</summary>
    public static IReadOnlyList<string> Unfinished(SqliteOptions options) => Directory.GetFiles(options.Folder, $"{Prefix}*{Suffix}");

    /// <summary>Makes the file; it is whole and named for good afterwards, or not there.</summary>
    /// <param name="options">Of the damaged state; its write lock is held.</param>
    /// <param name="fill">Reads, and gives what came of it; the file is only kept where rows came back.</param>
    public static StateSalvage Write(SqliteOptions options, Func<Func<StateRow, bool>, StateSalvage> fill)
    {
        var begun = options with { FileName = Begun };
        Discard(begun);
        try
        {
            DataFolder.Prepare(begun);
            StateSalvage salvage;
            using (var session = SqliteSession.OpenWriter(begun))
            {
                salvage = Fill(session, fill);
            }

            if (salvage.Rows == 0)
            {
                return salvage;
            }

            using (var file = File.OpenHandle(begun.DatabasePath, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(file);
            }

            File.Move(begun.DatabasePath, Path.Combine(options.Folder, Prefix + salvage.Folder[FolderPrefix.Length..] + Suffix));
            LinuxFile.TrySyncFolder(options.Folder);
            return salvage;
        }
        finally
        {
            Discard(begun);
        }
    }

    /// <summary>Ends what a salvage began, where there is one.</summary>
    /// <param name="options">Of the state; its write lock is held, and nobody has it open.</param>
    public static void PutInPlace(SqliteOptions options)
    {
        foreach (var salvaged in Unfinished(options))
        {
            var folder = Path.Combine(options.Folder, FolderPrefix + Path.GetFileName(salvaged)[Prefix.Length..^Suffix.Length]);
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            foreach (var name in (string[])["-wal", "-shm", "-journal", ""])
            {
                SetAside(options.DatabasePath + name, Path.Combine(folder, options.FileName + name));
            }

            new StopMark(options).Clear(); // There is no log any more, and nobody is to miss it.
            File.Move(salvaged, options.DatabasePath);
            LinuxFile.TrySyncFolder(folder);
            LinuxFile.TrySyncFolder(options.Folder);
        }
    }

    /// <summary>What stands there once more is an empty file that somebody made who met none.</summary>
    private static void SetAside(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, File.Exists(to) ? $"{to}.{Guid.NewGuid():n}" : to);
        }
    }

    private static StateSalvage Fill(SqliteSession session, Func<Func<StateRow, bool>, StateSalvage> fill)
    {
        // It is nothing before it has its name, so nothing has to be safe before that.
        session.Scalar("PRAGMA journal_mode=OFF");
        session.Execute("PRAGMA synchronous=OFF");
        SqliteMigration.Make(session);
        session.Execute("BEGIN");
        var salvage = fill(row => Insert(session, InsertSql, row));
        foreach (var row in SalvageStore.Rows(salvage))
        {
            Insert(session, InsertSql.Replace("INSERT", "INSERT OR REPLACE", StringComparison.Ordinal).Replace(" ON CONFLICT DO NOTHING", "", StringComparison.Ordinal), row);
        }

        session.Execute("COMMIT");
        return (string)session.Scalar("PRAGMA integrity_check(1)")! is "ok"
            ? salvage
            : throw new StoreException("What was salvaged of the state was not written as it should be; nothing was changed. Check the disk, and start the service again.");
    }

    private static bool Insert(SqliteSession session, string sql, StateRow row) => session.Execute(
        sql, ("$table", row.Table), ("$partition", row.PartitionKey), ("$row", row.RowKey), ("$content", row.Content), ("$etag", TableRow.NewETag())) > 0;

    private static void Discard(SqliteOptions begun)
    {
        File.Delete(begun.DatabasePath);
        File.Delete($"{begun.DatabasePath}-journal");
    }
}
