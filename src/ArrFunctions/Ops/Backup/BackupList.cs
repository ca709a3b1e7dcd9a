namespace ArrFunctions.Ops.Backup;

/// <summary>What <c>GET maintenance/backups</c> answers.</summary>
/// <param name="Place">Where they are, for people.</param>
/// <param name="Keep">How many of the timer's are kept.</param>
/// <param name="Backups">Newest first.</param>
internal sealed record BackupList(string Place, int Keep, IReadOnlyList<BackupView> Backups);
