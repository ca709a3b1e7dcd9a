using ArrFunctions.Ops.Backup;

namespace ArrFunctions.SelfHost.Storage;

/// <summary>What a restore has done.</summary>
/// <param name="Backup">What was restored.</param>
/// <param name="Kept">The folder with the old state; null: there was none.</param>
/// <param name="IsConfigurationBeside">Whether the configuration lies beside the one that is mounted.</param>
internal sealed record RestoredState(BackupManifest Backup, string? Kept, bool IsConfigurationBeside);
