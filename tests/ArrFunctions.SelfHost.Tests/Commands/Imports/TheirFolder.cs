using System.Globalization;
using ArrFunctions.SelfHost.Storage;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Tests.Commands.Imports;

/// <summary>A folder as one of the other programs leaves it, with databases by its own schema; deleted afterwards.</summary>
internal sealed class TheirFolder : IDisposable
{
    public const string ScoreTables = """
        CREATE TABLE media_files (id INTEGER PRIMARY KEY AUTOINCREMENT, unique_identifier TEXT UNIQUE NOT NULL, file_id INTEGER NOT NULL, relative_path TEXT NOT NULL, title TEXT NOT NULL,
            total_score INTEGER NOT NULL, custom_formats_json TEXT, quality_profile_id INTEGER, quality_profile_name TEXT, quality TEXT, codec TEXT, resolution TEXT, size_bytes INTEGER,
            recorded_at TIMESTAMP, file_modified_at TIMESTAMP, service_type TEXT NOT NULL, movie_id INTEGER, imdb_id TEXT, tmdb_id INTEGER, series_id INTEGER, season_number INTEGER,
            episode_number INTEGER, episode_title TEXT, tvdb_id INTEGER);
        CREATE TABLE score_history (id INTEGER PRIMARY KEY AUTOINCREMENT, unique_identifier TEXT NOT NULL, timestamp TIMESTAMP DEFAULT CURRENT_TIMESTAMP, total_score INTEGER NOT NULL,
            previous_score INTEGER, change_type TEXT NOT NULL, custom_formats_json TEXT, notes TEXT, FOREIGN KEY (unique_identifier) REFERENCES media_files (unique_identifier));
        CREATE TABLE library_stats (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp TIMESTAMP, service_type TEXT);
        CREATE TABLE export_runs (id INTEGER PRIMARY KEY AUTOINCREMENT, timestamp TIMESTAMP, service_type TEXT);
        """;

    public const string HealthTable = """
        CREATE TABLE indexer_health (id INTEGER NOT NULL PRIMARY KEY, service VARCHAR(32) NOT NULL, indexer_id INTEGER NOT NULL, name VARCHAR(128) NOT NULL, success BOOLEAN NOT NULL,
            error VARCHAR(512), timestamp DATETIME NOT NULL);
        CREATE INDEX idx_service_timestamp ON indexer_health (service, timestamp);
        CREATE INDEX idx_indexer_id ON indexer_health (indexer_id);
        """;

    public const string JobsTable = """
        CREATE TABLE jobs (job_id TEXT PRIMARY KEY, file_path TEXT NOT NULL, container TEXT NOT NULL, status TEXT NOT NULL, priority TEXT NOT NULL, source TEXT NOT NULL, webhook_id TEXT,
            batch_id TEXT, selected_track_index INTEGER, selected_track_language TEXT, created_at TEXT NOT NULL, started_at TEXT, completed_at TEXT, success INTEGER, error_message TEXT,
            retry_count INTEGER DEFAULT 0, tmdb_id INTEGER, original_language TEXT, series_title TEXT, movie_title TEXT);
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-theirs-");

    public TheirFolder() => _ = SqliteLibrary.Current;

    public string Path => folder.FullName;

    public string Data => PathOf("data");

    public string PathOf(string name) => System.IO.Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    /// <summary>Makes a database, or goes on with one.</summary>
    /// <param name="log">Leaves what was written in the write-ahead log, as a program that runs does, until it is disposed.</param>
    public SqliteConnection Database(string name, string sql, bool log = false)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = PathOf(name), Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = (log ? "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0;" : "") + sql;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A row of score_history.</summary>
    public static string Score(string file, string time, int score, string kind, int? previous = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO score_history (unique_identifier, timestamp, total_score, previous_score, change_type) VALUES ('{file}', '{time}', {score}, {previous?.ToString(CultureInfo.InvariantCulture) ?? "NULL"}, '{kind}');");

    public static string Test(string service, int indexer, string name, bool success, DateTimeOffset time, string? error = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO indexer_health (service, indexer_id, name, success, error, timestamp) VALUES ('{service}', {indexer}, '{name}', {(success ? 1 : 0)}, {(error is null ? "NULL" : $"'{error}'")}, '{time.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}');");

    public static string Job(string path, string status) =>
        $"INSERT INTO jobs (job_id, file_path, container, status, priority, source, created_at) VALUES ('job_{Guid.NewGuid():N}', '{path}', 'mkv', '{status}', 'high', 'sonarr', '2025-12-20T10:00:00');";

    public void Dispose() => folder.Delete(recursive: true);
}
