using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>The levels as settings, routes and lines name them.</summary>
internal static class LevelWords
{
    public static string Of(LogLevel level) => level switch
    {
        LogLevel.Trace => "trace",
        LogLevel.Debug => "debug",
        LogLevel.Information => "information",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        LogLevel.Critical => "critical",
        _ => "none",
    };

    public static bool TryRead(string word, out LogLevel level)
    {
        level = Enum.GetValues<LogLevel>().FirstOrDefault(each => Of(each).Equals(word, StringComparison.OrdinalIgnoreCase), (LogLevel)(-1));
        return level >= LogLevel.Trace;
    }
}
