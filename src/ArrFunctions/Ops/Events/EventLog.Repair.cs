using System.Text.Json;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Events;

/// <content>What follows from the events themselves, after rows were lost.</content>
internal sealed partial class EventLog
{
    /// <summary>Every day that has events is among the days, and has their counts.</summary>
    /// <returns>How many rows were written.</returns>
    public async Task<int> RepairAsync(ITableScan scan, CancellationToken cancellationToken)
    {
        var (counted, written) = (new SortedDictionary<string, SortedDictionary<string, long>>(StringComparer.Ordinal), 0);
        await foreach (var row in StateTables.RowsAsync(scan, Table, after: null, cancellationToken).Where(static row => row.RowKey.StartsWith(EventKeys.Prefix, StringComparison.Ordinal)))
        {
            var told = JsonSerializer.Deserialize(row.Content, EventJson.Default.EventRecord)!;
            var counts = counted.TryGetValue(row.PartitionKey, out var known) ? known : counted[row.PartitionKey] = [];
            counts[told.Name] = counts.GetValueOrDefault(told.Name) + 1;
        }

        foreach (var (day, counts) in counted)
        {
            if ((await ReadCountsAsync(day, cancellationToken)).ETag is null)
            {
                await NoteAsync(day, cancellationToken);
                await tables.CommitAsync(
                    Table, day, [new TableChange.Upsert(CountsKey, JsonSerializer.Serialize(counts, EventJson.Default.SortedDictionaryStringInt64))], cancellationToken);
                written++;
            }
            else if (await tables.GetAsync(Table, DaysPartition, EventKeys.NewestFirst(day), cancellationToken) is null)
            {
                await NoteAsync(day, cancellationToken);
                written++;
            }
        }

        return written;
    }
}
