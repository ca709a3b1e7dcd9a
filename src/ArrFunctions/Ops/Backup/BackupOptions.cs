namespace ArrFunctions.Ops.Backup;

/// <summary>Backups of the state (section <c>Backup</c>).</summary>
public sealed record BackupOptions
{
    /// <summary><c>Backup:Folder</c>: where they are written; null: <c>backups</c> in the data folder. The embedded host alone.</summary>
    public string? Folder { get; init; }

    /// <summary><c>Backup:Keep</c>: how many of those that a timer made are kept.</summary>
    public int Keep { get; init; } = 7;

    /// <summary><c>Backup:Artifacts</c>: whether the reports of exports are in them too.</summary>
    public bool Artifacts { get; init; } = true;
}
