using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

/// <summary>Pauses and resumes lanes; stored, so it holds on both hosts and over a restart. A paused lane still takes in work.</summary>
internal sealed class LaneSwitch(ITableStore tables, OutboxSignal signal, TimeProvider clock)
{
    public const string Table = "Lanes";

    public const string Partition = "lanes";

    private const string Working = "working";

    private const string Paused = "paused";

    /// <summary>Also true while state is imported.</summary>
    public async ValueTask<bool> IsPausedAsync(Lane lane, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, RowKey(lane), cancellationToken) is not null || await ImportGate.IsClosedAsync(tables, cancellationToken);

    public async Task SetAsync(Lane lane, bool isPaused, string actor, CancellationToken cancellationToken)
    {
        while (await tables.GetAsync(Table, Partition, RowKey(lane), cancellationToken) is var found && found is not null != isPaused)
        {
            TableChange change = found is null ? new TableChange.Insert(RowKey(lane), "{}") : new TableChange.Delete(RowKey(lane), found.ETag);
            try
            {
                await tables.CommitAsync(Table, Partition, [change, Outbox.Row(Told(lane, isPaused, actor))], cancellationToken);
                signal.Set();
                return;
            }
            catch (TableConflictException)
            {
                // Somebody else switched it at the same time, perhaps to the same side.
            }
        }
    }

    private EventRecord Told(Lane lane, bool isPaused, string actor)
    {
        var now = clock.GetUtcNow();
        return new()
        {
            Id = EventRecord.NewId(now),
            Time = now,
            Name = isPaused ? "lane.paused" : "lane.resumed",
            Subject = $"lane:{Word(lane)}",
            Actor = actor,
            Before = isPaused ? Working : Paused,
            After = isPaused ? Paused : Working,
            Message = isPaused ? $"The {Word(lane)} lane takes in work and does none" : $"The {Word(lane)} lane works again",
        };
    }

    private static string RowKey(Lane lane) => $"paused~{Word(lane)}";

    private static string Word(Lane lane) => lane.ToString().ToLowerInvariant();
}
