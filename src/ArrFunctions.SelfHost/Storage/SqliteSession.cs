using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>One connection with its prepared statements; for one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private readonly SqliteConnection connection;

    private SqliteSession(SqliteConnection connection) => this.connection = connection;

    /// <summary>Whether a transaction is open: SQLite itself ends one on some errors.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>The connection that writes, and alone makes checkpoints: within its commits, when the log has 1,000 pages.</summary>
    public static SqliteSession OpenWriter(SqliteOptions options) => Open(options, "PRAGMA synchronous=FULL");

    public static SqliteSession OpenReader(SqliteOptions options) => Open(options, "PRAGMA wal_autocheckpoint=0", "PRAGMA query_only=ON");

    /// <summary>Closing does not make a checkpoint, and leaves the log where it is. On from the start: only who closes in order, under the lock, turns it off.</summary>
    public void KeepLogAtClose(bool keep)
    {
        const int noCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE
        _ = raw.sqlite3_db_config(connection.Handle, noCheckpointOnClose, keep ? 1 : 0, out _);
    }

    /// <summary>Runs a statement; tells how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => Prepare(sql, parameters).ExecuteNonQuery();

    /// <summary>Runs a query; its reader must be disposed before the next one of the same text.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => Prepare(sql, parameters).ExecuteReader();

    /// <summary>The first column of the first row, or null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object Value)> parameters) => Prepare(sql, parameters).ExecuteScalar();

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    /// <summary>A connection that copies the state into another file: it reads, but for that.</summary>
    public static SqliteSession OpenCopier(SqliteOptions options) => Open(options, "PRAGMA wal_autocheckpoint=0");

    /// <summary>A file that nobody else has open, and that may come from anywhere: nothing in it is run.</summary>
    public static SqliteSession OpenAlone(string path, bool isReadOnly) => Open(
        path, TimeSpan.FromSeconds(1), isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA synchronous=FULL");

    private static SqliteSession Open(SqliteOptions options, params ReadOnlySpan<string> pragmas) =>
        Open(options.DatabasePath, options.Patience, SqliteOpenMode.ReadWrite, pragmas);

    private static SqliteSession Open(string path, TimeSpan patience, SqliteOpenMode mode, params ReadOnlySpan<string> pragmas)
    {
        _ = SqliteLibrary.Current;
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            // The binding polls a busy file until this many seconds are over; busy_timeout has waited by then.
            DefaultTimeout = 1,
        }.ToString());
        var session = new SqliteSession(opened);
        try
        {
            opened.Open();
            session.KeepLogAtClose(keep: true);
            session.Execute($"PRAGMA busy_timeout={(int)patience.TotalMilliseconds}");
            foreach (var pragma in pragmas)
            {
                session.Execute(pragma);
            }

            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            prepared.Add(sql, command);
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }
        }

        for (var index = 0; index < parameters.Length; index++)
        {
            command.Parameters[index].Value = parameters[index].Value;
        }

        return command;
    }
}
