using System.Globalization;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Health;

/// <summary>Whether the state can be written, and whether events get to the log.</summary>
internal sealed class StoreChecks(ITableStore tables, IEnumerable<OutboxSource> sources, EventFile file, StartupLog startup, TimeProvider clock)
{
    /// <summary>Events are moved every minute at least.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public IReadOnlyList<HealthCheck> All =>
    [
        new("startup", _ => Task.FromResult(Startup())) { KeepFor = TimeSpan.Zero, WhenItFails = HealthStatus.Unhealthy },
        new("store", WriteAsync) { KeepFor = TimeSpan.FromSeconds(20), TimeLimit = TimeSpan.FromSeconds(5), WhenItFails = HealthStatus.Unhealthy },
        new("outbox", BacklogAsync) { KeepFor = TimeSpan.FromMinutes(1) },
        .. file.IsWanted ? (HealthCheck[])[new("event-file", _ => Task.FromResult(EventFile())) { KeepFor = TimeSpan.FromSeconds(5) }] : [],
    ];

    private HealthFinding Startup() => startup.Read() switch
    {
        { IsReady: true } => HealthFinding.Healthy("The start has ended."),
        var report when report.Steps.FirstOrDefault(step => step.Outcome is StartupOutcome.Failed) is { } failed =>
            HealthFinding.Degraded($"The step '{failed.Name}' of the start failed: {failed.Result}"),
        var report => HealthFinding.Unhealthy($"The start has not ended: {report.Steps.First(step => step.Outcome is not StartupOutcome.Done).Name}. GET api/startup-status shows its steps."),
    };

    /// <summary>In the table that does not move with the state, so that it is not in the way of an import.</summary>
    private async Task<HealthFinding> WriteAsync(CancellationToken cancellationToken)
    {
        var content = $"\"{clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)}\"";
        await tables.CommitAsync(ImportGate.Table, ImportGate.Partition, [new TableChange.Upsert("health", content)], cancellationToken).WaitAsync(cancellationToken);
        return await ImportGate.IsClosedAsync(tables, cancellationToken)
            ? HealthFinding.Degraded("The state can be written. An import of state has begun and has not ended, so no lane and no timer works: end it, or run admin import-state again with the same file.")
            : HealthFinding.Healthy("The state can be written.");
    }

    private async Task<HealthFinding> BacklogAsync(CancellationToken cancellationToken)
    {
        string? oldest = null;
        foreach (var (table, partitions) in sources)
        {
            foreach (var partition in partitions)
            {
                var page = await tables.ListAsync(table, partition, RowKeyRange.Prefix(Outbox.Prefix), limit: 1, continuation: null, cancellationToken);
                var first = page.Rows is [var row] ? row.RowKey[Outbox.Prefix.Length..] : null;
                oldest = oldest is null || string.CompareOrdinal(first, oldest) < 0 ? first ?? oldest : oldest;
            }
        }

        var age = oldest is null ? TimeSpan.Zero : clock.GetUtcNow() - EventRecord.TimeOf(oldest);
        return age <= Late
            ? HealthFinding.Healthy("Events get to the log.")
            : HealthFinding.Degraded(string.Create(
                CultureInfo.InvariantCulture, $"An event has waited for {age.TotalMinutes:0} minutes to get to the log. The log of the program says why; see that the schedule event-log is switched on."));
    }

    private HealthFinding EventFile() => file.Trouble is { } trouble ? HealthFinding.Degraded(trouble) : HealthFinding.Healthy("The event file is up to date.");
}
