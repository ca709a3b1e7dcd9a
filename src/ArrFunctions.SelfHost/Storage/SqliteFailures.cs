using ArrFunctions.Platform;
using Microsoft.Data.Sqlite;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>Turns what SQLite, the locks and the file system report into a sentence for the user.</summary>
internal sealed class SqliteFailures(SqliteOptions options)
{
    // Result codes: sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    private volatile StoreException? damage;

    /// <summary>The damage that a read or a write met: nothing is written from then on, and the next start must check the file.</summary>
    public StoreException? Damage => damage;

    public static bool IsKnown(Exception exception) =>
        exception is SqliteException or IOException or UnauthorizedAccessException or TimeoutException;

    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NoDatabase;

    public StoreException Explain(Exception exception) => exception switch
    {
        SqliteException met when IsDamage(met) => Damaged(met.Message, met),
        SqliteException sqlite => new(Describe(sqlite), sqlite),
        TimeoutException timeout => new(
            $"Another process kept the state in {options.Folder} locked for {options.Patience.TotalSeconds:0.#} s, so nothing was written. "
            + $"See which process has {options.LockPath} open, and whether it hangs or was paused.", timeout),
        _ => new($"The data folder {options.Folder} cannot be used: {exception.Message} Check that it exists, that it is writable and whose it is.", exception),
    };

    public StoreException Damaged(string finding, Exception? exception = null)
    {
        return damage = new(
            $"The state file {options.DatabasePath} is damaged: {finding.TrimEnd('.')}. ArrFunctions does not go on with it. "
            + "The service, when it is started, sets the file aside and salvages what can be read, if there is anything. To go back instead, stop every ArrFunctions process and put back the newest backup: "
            + "`arrfunctions admin restore latest`.",
            exception) { IsDamage = true };
    }

    private string Describe(SqliteException exception) => exception.SqliteErrorCode switch
    {
        Full => $"The disk is full: {options.DatabasePath} could not be written. Nothing of the change is kept. Make room; nothing needs to be restarted.",
        Busy or Locked => $"Another program kept the state file {options.DatabasePath} locked for {options.Patience.TotalSeconds:0.#} s, so nothing was written. "
            + "Close what has it open, a database browser for instance.",
        ReadOnly or CannotOpen => $"The state file {options.DatabasePath} cannot be opened for writing ({exception.Message}). "
            + "Check the owner and the mode of the file and its folder, and whether the disk is mounted read-only.",
        InputOutput => $"The disk reported an error on {options.DatabasePath} (SQLite {exception.SqliteExtendedErrorCode}). Check the disk and its connection.",
        _ => $"The state file {options.DatabasePath} cannot be used: {exception.Message}",
    };
}
