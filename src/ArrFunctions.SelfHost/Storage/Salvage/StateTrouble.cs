namespace ArrFunctions.SelfHost.Storage.Salvage;

/// <summary>What SQLite would pass over without a word: it takes an empty file for a new database, and a log that is gone or broken for one that ends there.</summary>
internal static class StateTrouble
{
    /// <param name="options">Of a state that nobody has open.</param>
    /// <param name="mark">Which does not say that it was closed in order.</param>
    /// <returns>Words that follow the name of the file; null: nothing is wrong that this looks at.</returns>
    /// <exception cref="IOException">The log cannot be read.</exception>
    public static string? Of(SqliteOptions options, StopMark mark) =>
        LogTrouble(options, mark, SalvageLog.Read(options.LogPath))
        ?? (new FileInfo(options.DatabasePath) is not { Exists: true, Length: > 0 } ? "it is empty or gone, although there was a state in this folder" : null);

    public static string? LogTrouble(SqliteOptions options, StopMark mark, SalvageLog log) =>
        log.Trouble
        ?? (mark.SaysLogged && new FileInfo(options.LogPath) is not { Exists: true, Length: > 0 } ? "the log beside it is gone, so its latest changes are lost" : null);
}
