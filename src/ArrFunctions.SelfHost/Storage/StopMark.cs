using System.Globalization;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Says that the last process to close the database did so in order, and how it left the file.</summary>
/// <remarks>It names size and time of the database, so a file that was put in its place, or written by another program, counts as unclean.</remarks>
internal sealed class StopMark(SqliteOptions options)
{
    private const string Logged = "open, with a log\n";

    public bool IsValid => File.Exists(options.StopMarkPath)
        && string.Equals(File.ReadAllText(options.StopMarkPath), Describe(), StringComparison.Ordinal);

    /// <summary>Whether a state was ever opened here.</summary>
    public bool Exists => File.Exists(options.StopMarkPath);

    /// <summary>Whether the log was beside the database when it was last open, and nobody closed it in order since.</summary>
    public bool SaysLogged => Exists && string.Equals(File.ReadAllText(options.StopMarkPath), Logged, StringComparison.Ordinal);

    public void Set() => Write(Describe());

    /// <summary>Durable before it returns, so before the first write to the database.</summary>
    public void Clear() => Write("");

    /// <summary>The log holds what the database does not: from now on it is missed.</summary>
    public void SetLogged() => Write(Logged);

    private void Write(string text)
    {
        using var file = new FileStream(options.StopMarkPath, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(System.Text.Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private string Describe()
    {
        var database = new FileInfo(options.DatabasePath);
        return string.Create(CultureInfo.InvariantCulture, $"stopped, {database.Length} bytes, {database.LastWriteTimeUtc:O}\n");
    }
}
