using ArrFunctions.SelfHost.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.SelfHost.Tests.Storage;

/// <summary>A data folder of one test.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("state-");

    /// <summary>Does not exist yet.</summary>
    public string Path => System.IO.Path.Combine(parent.FullName, "data");

    public SqliteOptions Options => new() { Folder = Path };

    public SqliteStateFile Open() => Open(Options);

    public static SqliteStateFile Open(SqliteOptions options) => SqliteStateFile.Open(options, NullLogger<SqliteStateFile>.Instance);

    public void Dispose() => parent.Delete(recursive: true);
}
