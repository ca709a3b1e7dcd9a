using System.Globalization;
using ArrFunctions.Platform;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.Setup.Takeover;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Commands.Imports;

/// <summary>The SQLite database of another program: a copy with its log, so that theirs is never written to, not even by a lock. The copy has no name once it is open, so that a kill leaves nothing.</summary>
internal sealed class TheirDatabase : IDisposable
{
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private const int Attempts = 3;

    /// <summary>Of one text; more is cut off.</summary>
    private const int MostText = 1000;

    private readonly SqliteConnection connection;
    private readonly string path;

    private TheirDatabase(string path, SqliteConnection connection) => (this.path, this.connection) = (path, connection);

    /// <exception cref="TheirConfigurationException">It is no such database, is damaged, too large, or being written.</exception>
    public static TheirDatabase Open(string path)
    {
        _ = SqliteLibrary.Current;
        var folder = Directory.CreateTempSubdirectory("arrfunctions-import-");
        try
        {
            var copy = Path.Combine(folder.FullName, "theirs.db");
            Copy(path, copy);
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            var database = new TheirDatabase(path, connection);
            database.Prepare();
            return database;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException or LinuxFileException)
        {
            throw new TheirConfigurationException($"{path} cannot be read: {Why(failure)}", failure);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Rows of a table in the order in which they were written; a column that is not there, or holds bytes, is null.</summary>
    /// <exception cref="TheirConfigurationException">A column is missing, or the database is damaged.</exception>
    public IEnumerable<object?[]> Rows(TheirTable table)
    {
        var there = Columns(table.Name);
        if (table.Columns.FirstOrDefault(column => column.EndsWith('!') && !there.Contains(column.TrimEnd('!'))) is { } missing)
        {
            throw new TheirConfigurationException($"{path} is another database: the table {table.Name} {(there.Count == 0 ? "is not there" : $"has no column {missing.TrimEnd('!')}")}.");
        }

        var selected = table.Columns.Select(static column => column.TrimEnd('!')).Select(column => there.Contains(column)
            ? string.Create(CultureInfo.InvariantCulture, $"CASE typeof(\"{column}\") WHEN 'text' THEN substr(\"{column}\", 1, {MostText}) WHEN 'blob' THEN NULL ELSE \"{column}\" END")
            : "NULL");
        return Read($"SELECT {string.Join(", ", selected)} FROM \"{table.Name}\" ORDER BY rowid", table.Columns.Count);
    }

    public void Dispose() => connection.Dispose();

    private IEnumerable<object?[]> Read(string sql, int columns)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = Guarded(command.ExecuteReader);
        while (Guarded(reader.Read))
        {
            var row = new object?[columns];
            for (var column = 0; column < columns; column++)
            {
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            }

            yield return row;
        }
    }

    /// <summary>Of a plain table; a view or a virtual table could run what its author liked.</summary>
    private HashSet<string> Columns(string table)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT substr(i.name, 1, 100) FROM sqlite_master AS m, pragma_table_info(m.name) AS i "
            + "WHERE m.type = 'table' AND m.name = $table AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND m.sql NOT LIKE '%WITHOUT ROWID%' LIMIT 500";
        command.Parameters.AddWithValue("$table", table);
        using var reader = Guarded(command.ExecuteReader);
        while (Guarded(reader.Read))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private void Prepare()
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA trusted_schema=OFF; PRAGMA cache_size=-8192; PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is not "ok" and var finding)
        {
            throw new TheirConfigurationException($"{path} is damaged: {finding}. `sqlite3 {Path.GetFileName(path)} .recover` saves what can be read into another file.");
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException failure)
        {
            throw new TheirConfigurationException($"{path} cannot be read: {Why(failure)}", failure);
        }
    }

    /// <summary>The file, its write-ahead log and its rollback journal, all of one moment: nobody wrote while they were copied.</summary>
    private static void Copy(string path, string copy)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var before = Look(path);
            foreach (var suffix in new[] { "", "-wal", "-journal" })
            {
                File.Delete(copy + suffix);
                if (suffix.Length == 0 || File.Exists(path + suffix))
                {
                    _ = Look(path + suffix);
                    File.Copy(path + suffix, copy + suffix);
                    File.SetUnixFileMode(copy + suffix, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                }
            }

            if (before.SequenceEqual(Look(path)))
            {
                return;
            }
        }

        throw new TheirConfigurationException($"{path} is being written all the time. Stop the program that it belongs to, and try again.");
    }

    private static List<(long Size, FileTime Modified)> Look(string path)
    {
        var seen = new List<(long, FileTime)>();
        foreach (var name in new[] { path, $"{path}-wal", $"{path}-journal" })
        {
            if (name != path && !File.Exists(name))
            {
                continue;
            }

            if (!Path.Exists(name))
            {
                throw new TheirConfigurationException($"{name} cannot be read: there is no such file.");
            }

            using var handle = LinuxFile.OpenPath(name);
            var status = LinuxFile.Status(handle);
            if (status.Kind is not FileKind.Regular || status.Size > MostBytes)
            {
                throw new TheirConfigurationException($"{name} cannot be read: {(status.Kind is FileKind.Regular ? "it has more than 2 GiB" : "it is no regular file")}.");
            }

            seen.Add((status.Size, status.Modified));
        }

        return seen;
    }

    private static string Why(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: 26 } => "it is no SQLite database.",
        SqliteException { SqliteErrorCode: 11 } => "it is damaged.",
        _ => failure.Message,
    };
}
