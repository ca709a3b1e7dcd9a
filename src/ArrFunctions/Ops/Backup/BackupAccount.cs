namespace ArrFunctions.Ops.Backup;

/// <summary>How backups went.</summary>
internal sealed record BackupAccount
{
    /// <summary>Since when it is looked.</summary>
    public DateTimeOffset Since { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>Size of the newest.</summary>
    public long? LastBytes { get; init; }

    /// <summary>When one could not be made, if none was made since.</summary>
    public DateTimeOffset? Failed { get; init; }

    /// <summary>Why; a sentence.</summary>
    public string? Failure { get; init; }
}

/// <param name="Id">Of whoever holds it.</param>
/// <param name="Until">From then on it is nobody's.</param>
internal sealed record BackupLease(string Id, DateTimeOffset Until);
