using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.State;

/// <summary>Remembers that the state was salvaged: row <c>salvage</c> of the table <c>Maintenance</c>, which does not move.</summary>
internal sealed class SalvageStore(ITableStore tables)
{
    private const string RowKey = "salvage";

    /// <summary>What a salvaged state holds beside what came back: what became of it, and the event that tells it.</summary>
    public static IReadOnlyList<StateRow> Rows(StateSalvage salvage)
    {
        var told = new EventRecord
        {
            Id = EventRecord.NewId(salvage.Time),
            Time = salvage.Time,
            Name = "state.salvaged",
            Severity = salvage.IsPartial ? EventSeverity.Error : EventSeverity.Warning,
            Subject = "state",
            Actor = "start",
            Message = $"{salvage.InWords()}.",
        };
        var row = (TableChange.Insert)Outbox.Row(told);
        return [new(ImportGate.Table, ImportGate.Partition, RowKey, ToJson(salvage)), new(ImportGate.Table, ImportGate.Partition, row.RowKey, row.Content)];
    }

    public async Task<StateSalvage?> FindAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(ImportGate.Table, ImportGate.Partition, RowKey, cancellationToken) is { } row
            ? JsonSerializer.Deserialize(row.Content, StateJson.Plain.StateSalvage)
            : null;

    public Task SetAsync(StateSalvage salvage, CancellationToken cancellationToken) =>
        tables.CommitAsync(ImportGate.Table, ImportGate.Partition, [new TableChange.Upsert(RowKey, ToJson(salvage))], cancellationToken);

    private static string ToJson(StateSalvage salvage) => JsonSerializer.Serialize(salvage, StateJson.Plain.StateSalvage);
}
