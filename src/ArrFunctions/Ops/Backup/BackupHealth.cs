using System.Globalization;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.Ops.Backup;

/// <summary>The check <c>backup</c>: whether there is a young one.</summary>
internal static class BackupHealth
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(3);

    /// <param name="isOnAsync">Whether a timer makes them.</param>
    public static HealthCheck Check(BackupLedger ledger, Func<CancellationToken, Task<bool>> isOnAsync, TimeProvider clock) => new("backup", async cancellationToken =>
        Judge(await ledger.FindAsync(cancellationToken), await isOnAsync(cancellationToken), clock.GetUtcNow()))
    {
        KeepFor = TimeSpan.FromMinutes(1),
    };

    public static HealthFinding Judge(BackupAccount account, bool isOn, DateTimeOffset now)
    {
        var newest = account.LastSuccess ?? account.Since;
        var words = account.LastSuccess is { } last ? string.Create(CultureInfo.InvariantCulture, $"The newest backup is of {last.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "There is no backup yet";
        return account.Failure is { } failure ? HealthFinding.Degraded($"The last backup could not be made: {failure}")
            : isOn && now - newest > Oldest ? HealthFinding.Degraded($"{words}; the timer should have made one. Look at the schedule backup, or make one with POST maintenance/backup.")
            : HealthFinding.Healthy($"{words}{(isOn ? "" : "; the timer is switched off")}.");
    }
}
