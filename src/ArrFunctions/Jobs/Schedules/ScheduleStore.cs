using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs.Schedules;

/// <summary>The state of each schedule: table <c>Schedules</c>, one partition, row <c>s~{name}</c>.</summary>
internal sealed class ScheduleStore(ITableStore tables, OutboxSignal signal)
{
    public const string Table = "Schedules";

    public const string Partition = "schedules";

    public async Task<ScheduleState> FindAsync(string name, CancellationToken cancellationToken) => (await ReadAsync(name, cancellationToken)).State;

    /// <summary>Whether no timer may work, because state is imported.</summary>
    public ValueTask<bool> IsClosedAsync(CancellationToken cancellationToken) => ImportGate.IsClosedAsync(tables, cancellationToken);

    /// <summary>Reads, changes and writes until nobody else wrote between.</summary>
    /// <param name="name">Of the schedule.</param>
    /// <param name="change">Gives null where nothing is to be changed.</param>
    /// <param name="told">What to tell of a change from the first state to the second; null: nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when <paramref name="change"/> gave null.</returns>
    public async Task<bool> ChangeAsync(
        string name,
        Func<ScheduleState, ScheduleState?> change,
        Func<ScheduleState, ScheduleState, IEnumerable<EventRecord>>? told,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var (state, etag) = await ReadAsync(name, cancellationToken);
            if (change(state) is not { } next)
            {
                return false;
            }

            var content = JsonSerializer.Serialize(next, ScheduleJson.Default.ScheduleState);
            if (await tables.TryWriteAsync(signal, (Table, Partition, RowKey(name)), content, etag, told is null ? [] : [.. told(state, next)], cancellationToken))
            {
                return true;
            }
        }
    }

    private async Task<(ScheduleState State, string? ETag)> ReadAsync(string name, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, RowKey(name), cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, ScheduleJson.Default.ScheduleState)!, row.ETag)
            : (new ScheduleState(), null);

    private static string RowKey(string name) => $"s~{name}";
}
