using System.Text.Json;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.State;

/// <summary>Once after the state was salvaged: has each feature put its rows in order. Killed on the way, the next start begins it anew.</summary>
internal sealed partial class StateRepairs(SalvageStore salvages, IEnumerable<StateRepair> repairs, ILogger<StateRepairs> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await salvages.FindAsync(cancellationToken) is not { IsInOrder: false } salvage)
        {
            return;
        }

        foreach (var repair in repairs)
        {
            try
            {
                Log.Repaired(logger, repair.Name, await repair.RunAsync(cancellationToken));
            }
            catch (JsonException unreadable)
            {
                Log.NotRepaired(logger, repair.Name, unreadable); // The service is to come up with all else.
            }
        }

        await salvages.SetAsync(salvage with { IsInOrder = true }, cancellationToken);
    }

    /// <summary>Makes the rows of some prefixes in a partition those that are expected.</summary>
    /// <returns>How many were written or removed.</returns>
    public static async Task<int> FitAsync(
        ITableStore tables, string table, string partition, IReadOnlyList<string> prefixes, IReadOnlyDictionary<string, string> expected, CancellationToken cancellationToken)
    {
        var missing = new Dictionary<string, string>(expected, StringComparer.Ordinal);
        var changes = new List<TableChange>();
        foreach (var prefix in prefixes)
        {
            await foreach (var row in tables.ReadAllAsync(table, partition, RowKeyRange.Prefix(prefix), cancellationToken))
            {
                if (!missing.Remove(row.RowKey))
                {
                    changes.Add(new TableChange.Delete(row.RowKey));
                }
            }
        }

        changes.AddRange(missing.Select(static row => new TableChange.Upsert(row.Key, row.Value)));
        foreach (var chunk in changes.Chunk(TableRules.MaxBatchChanges))
        {
            await tables.CommitAsync(table, partition, chunk, cancellationToken);
        }

        return changes.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "After the salvage, {Count} rows of the {Name} were written or removed so that they fit the others.")]
        public static partial void Repaired(ILogger logger, string name, int count);

        [LoggerMessage(LogLevel.Error, "After the salvage, a row of the {Name} cannot be understood, so these were left as they are. Where they are shown or used, that may fail; a backup that is put back mends it.")]
        public static partial void NotRepaired(ILogger logger, string name, Exception failure);
    }
}
