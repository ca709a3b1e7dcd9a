namespace ArrFunctions.Ops.Backup;

/// <summary>What came of the wish for a backup. That it cannot be made is a fault.</summary>
internal abstract record BackupOutcome
{
    private BackupOutcome()
    {
    }

    /// <param name="Removed">Names of older ones that had their time.</param>
    public sealed record Made(BackupView Backup, IReadOnlyList<string> Removed) : BackupOutcome;

    /// <summary>Another process, or another caller, makes one.</summary>
    public sealed record Running : BackupOutcome;
}
