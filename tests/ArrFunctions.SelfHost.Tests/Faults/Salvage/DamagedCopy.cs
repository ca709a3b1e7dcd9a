using ArrFunctions.Ops.State;
using ArrFunctions.SelfHost.Storage;
using ArrFunctions.SelfHost.Storage.Salvage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Faults.Salvage;

/// <summary>A copy of a filled data folder, to be damaged; deleted afterwards.</summary>
internal sealed class DamagedCopy : IDisposable
{
    public const int Page = 4096;

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("damaged-");

    public DamagedCopy(string of)
    {
        FilledState.Copy(of, Data);
        Before = RowsOf(of);
    }

    public string Data => Path.Combine(parent.FullName, "data");

    public SqliteOptions Options => new() { Folder = Data, Patience = TimeSpan.FromSeconds(10) };

    public string Database => Options.DatabasePath;

    /// <summary>Every row before the damage, as SQLite reads it.</summary>
    public IReadOnlyDictionary<(string Table, string Partition, string Row), string> Before { get; }

    public int Pages => (int)(new FileInfo(Database).Length / Page);

    /// <summary>As the service opens it; closed again at once.</summary>
    public async Task<StateSalvage> SalvageAsync()
    {
        await using var state = new StateRescue(Options, backupFolder: null, TimeProvider.System, NullLoggerFactory.Instance).Open();
        return await new SalvageStore(new SqliteTableStore(state)).FindAsync(TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException("It opened without a salvage.");
    }

    /// <summary>What is there now and was before, with the same content; nothing may be there that was not.</summary>
    public int CameBack()
    {
        var now = RowsOf(Data).Where(static row => row.Key.Table != ImportGate.Table).ToList();
        Assert.All(now, row => Assert.True(Before.TryGetValue(row.Key, out var content) && content == row.Value, $"{row.Key} was not there, or otherwise."));
        Assert.Equal("ok", Scalar(Data, "PRAGMA integrity_check"));
        return now.Count;
    }

    public int WasThere() => Before.Count(static row => row.Key.Table != ImportGate.Table);

    public static void Write(string path, long at, byte[] bytes)
    {
        using var file = File.OpenWrite(path);
        file.Position = at;
        file.Write(bytes);
    }

    /// <summary>Overwrites a page, the first being 1.</summary>
    public void Garble(int page, byte with = 0xA5) => Write(Database, (page - 1L) * Page, [.. Enumerable.Repeat(with, Page)]);

    public void Dispose() => parent.Delete(recursive: true);

    public static object? Scalar(string folder, string sql)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static Dictionary<(string Table, string Partition, string Row), string> RowsOf(string folder)
    {
        // A copy of the copy: reading takes the log over into the database.
        var copy = Directory.CreateTempSubdirectory("read-");
        try
        {
            foreach (var file in Directory.GetFiles(folder, "state.db*"))
            {
                File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
            }

            using var connection = Open(copy.FullName);
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT tbl, pk, rk, content FROM rows";
            using var reader = command.ExecuteReader();
            var rows = new Dictionary<(string Table, string Partition, string Row), string>();
            while (reader.Read())
            {
                rows.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)), reader.GetString(3));
            }

            return rows;
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static SqliteConnection Open(string folder)
    {
        _ = SqliteLibrary.Current;
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "state.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
