using ArrFunctions.Ops.Events;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Ops.State;

internal static class StateFeature
{
    /// <summary>Moving the state to another host, and what keeps a host quiet meanwhile. The host brings <see cref="Platform.ITableScan"/> too.</summary>
    public static IServiceCollection AddState(this IServiceCollection services) => services
        .AddSingleton<ImportGate>()
        .AddSingleton<RowFormat>()
        .AddSingleton<SalvageStore>()
        .AddSingleton<StateRepairs>()
        .AddSingleton(new OutboxSource(ImportGate.Table, [ImportGate.Partition]));
}
