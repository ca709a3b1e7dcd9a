namespace ArrFunctions.SelfHost.Storage;

/// <summary>How SQLite keeps a transaction whole (PRAGMA journal_mode).</summary>
internal enum SqliteJournal
{
    /// <summary>Write-ahead log: needs memory shared between the processes that have the file open.</summary>
    Wal,

    /// <summary>Rollback journal: slower, needs nothing but a file.</summary>
    Delete,
}
