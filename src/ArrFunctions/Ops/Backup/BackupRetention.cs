namespace ArrFunctions.Ops.Backup;

/// <summary>Which backups have had their time.</summary>
internal static class BackupRetention
{
    private const int KeptOfOthers = 3;

    /// <summary>Those of the timer beyond <paramref name="keep"/>, and those made before a migration beyond three. What somebody asked for stays, and so does what cannot be read: nobody knows why it was made.</summary>
    /// <param name="backups">In any order.</param>
    /// <param name="keep">At least 1.</param>
    /// <param name="now">What claims to be later was made under a clock that was ahead. It counts as older than all others, so that it never pushes out the one just made.</param>
    public static IReadOnlyList<BackupView> Surplus(IEnumerable<BackupView> backups, int keep, DateTimeOffset now) =>
    [
        .. backups.Where(static backup => backup.Trouble is null && backup.Reason is not BackupReason.Asked)
            .GroupBy(static backup => backup.Reason)
            .SelectMany(group => group.OrderByDescending(backup => backup.Time <= now)
                .ThenByDescending(static backup => backup.Time)
                .ThenByDescending(static backup => backup.Name, StringComparer.Ordinal)
                .Skip(group.Key is BackupReason.Scheduled ? keep : KeptOfOthers)),
    ];
}
