using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs;

/// <summary>Settings of the log (section <c>Logs</c>).</summary>
public sealed record LogsOptions
{
    /// <summary><c>Logs:Format</c>, of console and file alike.</summary>
    public LogFormat Format { get; init; }

    /// <summary><c>Logs:Level</c>: the lowest level that is written.</summary>
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <summary><c>Logs:Levels</c>: the same for single categories and what is below them.</summary>
    public IReadOnlyDictionary<string, LogLevel> Levels { get; init; } = new Dictionary<string, LogLevel>(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>Logs:File</c>; null: no file is written.</summary>
    public LogFileOptions? File { get; init; }
}

/// <summary>Where lines are written besides the console (<c>Logs:File</c>).</summary>
/// <param name="Path"><c>Logs:File:Path</c>.</param>
/// <param name="Size"><c>Logs:File:Size</c>: bytes after which another file is begun.</param>
/// <param name="Count"><c>Logs:File:Count</c>: finished files that are kept.</param>
/// <param name="KeepFor"><c>Logs:File:KeepFor</c>: how long they are kept.</param>
public sealed record LogFileOptions(string Path, long Size, int Count, TimeSpan KeepFor);
