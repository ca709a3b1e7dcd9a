using ArrFunctions.Ops.Backup;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Health;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>Registers the schedule <c>backup</c>, and the check that asks whether it is switched on.</summary>
internal static class BackupSchedule
{
    private const string Name = "backup";

    public static IServiceCollection AddBackupSchedule(this IServiceCollection services) => services
        .AddSingleton(provider =>
        {
            var backup = provider.GetRequiredService<BackupRun>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.Backup);
            return new Schedule(
                Name, "Backup", cron, "Makes a backup of the state, and removes those that had their time.", static _ => ValueTask.FromResult(true), backup.RunScheduledAsync);
        })
        .AddSingleton(provider =>
        {
            var (ledger, store, clock) = (provider.GetRequiredService<BackupLedger>(), provider.GetRequiredService<ScheduleStore>(), provider.GetRequiredService<TimeProvider>());
            return new HealthChecks(() => [BackupHealth.Check(ledger, async token => (await store.FindAsync(Name, token)).IsEnabled, clock)]);
        });
}
