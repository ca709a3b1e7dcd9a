using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.Events;

/// <summary>Registers the event log and what fills it.</summary>
internal static class EventsFeature
{
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<OutboxSignal>()
        .AddSingleton<EventLog>()
        .AddSingleton<EventFeed>()
        .AddSingleton(provider => new StateRepair("events", cancellationToken => provider.GetRequiredService<EventLog>().RepairAsync(provider.GetRequiredService<ITableScan>(), cancellationToken)))
        .AddSingleton(provider => new StateRepair("numbers of events", provider.GetRequiredService<EventFeed>().RepairAsync))
        .AddSingleton<EventSearch>()
        .AddSingleton<EventStreams>()
        .AddSingleton<EventFile>()
        .AddSingleton<EventCleanUp>()
        .AddSingleton<AuditTrail>()
        .AddSingleton(new OutboxSource(AuditTrail.Table, [AuditTrail.Partition]))
        .AddSingleton<OutboxMover>();
}
