namespace ArrFunctions.Ops.Backup;

/// <summary>Why a backup was made; it decides how long it is kept.</summary>
public enum BackupReason
{
    /// <summary>By the timer.</summary>
    Scheduled,

    /// <summary>Somebody asked for it; it is removed by nobody else.</summary>
    Asked,

    /// <summary>Before the state was brought to a newer version; the last three are kept.</summary>
    Migration,
}
