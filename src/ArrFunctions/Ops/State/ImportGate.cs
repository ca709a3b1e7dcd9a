using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.State;

/// <summary>Keeps the hosts of a state from working on it while it is imported: a lane or a timer that met half of it would do half of its work.</summary>
/// <remarks>Table <c>Maintenance</c>, which does not move: row <c>import</c>, and <c>o~</c> events. It has no time limit, since what was cut off stays half.</remarks>
internal sealed class ImportGate(ITableStore tables, OutboxSignal signal, TimeProvider clock)
{
    public const string Table = "Maintenance";

    public const string Partition = "maintenance";

    private const string RowKey = "import";

    /// <summary>Whether an import has begun and has not ended; for lanes, timers and whatever else begins work by itself.</summary>
    public static async ValueTask<bool> IsClosedAsync(ITableStore tables, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, RowKey, cancellationToken) is not null;

    public async Task<ImportMark?> FindAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken))?.Mark;

    /// <returns>False while another import has not ended, unless this one replaces what that one left.</returns>
    public async Task<bool> TryBeginAsync(ImportMark mark, string actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await ReadAsync(cancellationToken);
            if (found?.Mark == mark)
            {
                return true;
            }

            if (found is { } other && other.Mark.Id != mark.Id && !mark.IsReplacing)
            {
                return false;
            }

            var content = JsonSerializer.Serialize(mark, StateJson.Plain.ImportMark);
            var told = Told("state.importBegun", "An import of state began; until it ends, no lane and no timer works", actor);
            if (await tables.TryWriteAsync(signal, (Table, Partition, RowKey), content, found?.ETag, [told], cancellationToken))
            {
                return true;
            }
        }
    }

    /// <returns>False when no import of this id has begun.</returns>
    public async Task<bool> EndAsync(string id, string actor, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is not var (mark, etag) || mark.Id != id)
        {
            return false;
        }

        var told = Outbox.Row(Told("state.importEnded", "The import of state ended; lanes and timers work again", actor));
        await tables.CommitAsync(Table, Partition, [new TableChange.Delete(RowKey, etag), told], cancellationToken);
        signal.Set();
        return true;
    }

    private async Task<(ImportMark Mark, string ETag)?> ReadAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, RowKey, cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, StateJson.Plain.ImportMark)!, row.ETag)
            : null;

    private EventRecord Told(string name, string message, string actor)
    {
        var now = clock.GetUtcNow();
        return new() { Id = EventRecord.NewId(now), Time = now, Name = name, Subject = "state", Actor = actor, Message = message };
    }
}
