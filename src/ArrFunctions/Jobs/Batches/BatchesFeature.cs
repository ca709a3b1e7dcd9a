using ArrFunctions.Jobs.Schedules;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Jobs.Batches;

/// <summary>Registers batches, beside the job engine; features bring a <see cref="BatchPlanner"/>.</summary>
internal static class BatchesFeature
{
    public static IServiceCollection AddBatches(this IServiceCollection services) => services
        .AddSingleton<BatchStore>()
        .AddSingleton<BatchLedger>()
        .AddSingleton<BatchTallies>()
        .AddSingleton<BatchReport>()
        .AddSingleton<BatchIntake>()
        .AddSingleton<BatchPhases>()
        .AddSingleton<BatchRun>()
        .AddSingleton<BatchSweep>()
        .AddSingleton<BatchCleanUp>()
        .AddSingleton<ScheduledBatches>()
        .AddSingleton(provider => new StateRepair("batches", provider.GetRequiredService<BatchStore>().RepairAsync))
        .AddSingleton(new OutboxSource(BatchStore.Table, BatchStore.Partitions))
        .AddSingleton(new OutboxSource(ScheduledBatches.Table, [ScheduledBatches.Partition]))
        .AddSingleton(provider =>
        {
            var scheduled = provider.GetRequiredService<ScheduledBatches>();
            var cron = provider.GetRequiredService<Live<ScheduleTimes>>().Part(static times => times.ScheduledBatches);
            return new Schedule("scheduled-batches", "ScheduledBatches", cron, "Begins the batches of Batches:Scheduled.", scheduled.IsDueAsync, scheduled.RunAsync);
        });
}
