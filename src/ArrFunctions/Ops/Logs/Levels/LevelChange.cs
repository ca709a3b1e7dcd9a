using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>A level that holds instead of the one that is configured, as the store keeps it.</summary>
/// <param name="Until">When it ends; null: never.</param>
internal sealed record LevelChange(LogLevel Level, DateTimeOffset? Until)
{
    public bool Holds(DateTimeOffset now) => Until is not { } until || now < until;

    /// <summary>As events tell it.</summary>
    public override string ToString() => Until is { } until ? $"{LevelWords.Of(Level)} until {until.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z" : LevelWords.Of(Level);
}
