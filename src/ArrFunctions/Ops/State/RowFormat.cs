using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.State;

/// <summary>Tells which format the rows of a store without a version of its own have: row <c>format</c> of the table <c>Maintenance</c>, with the number of the state file.</summary>
internal sealed class RowFormat(ITableStore tables, TimeProvider clock)
{
    private const string RowKey = "format";

    /// <summary>Writes it at the first start.</summary>
    /// <returns>Why this program must not work on these rows; null: it may.</returns>
    public async Task<string?> RefusalAsync(CancellationToken cancellationToken)
    {
        if (await tables.GetAsync(ImportGate.Table, ImportGate.Partition, RowKey, cancellationToken) is { } row)
        {
            var found = JsonSerializer.Deserialize(row.Content, StateJson.Plain.StateHeader)!;
            return found.Format <= StateHeader.CurrentFormat ? null
                : $"The tables were written by a newer version of ArrFunctions ({found.Version}, format {found.Format}; this one knows up to {StateHeader.CurrentFormat}). "
                    + "Nothing was changed. Deploy the newer version again, or restore a backup from before the update.";
        }

        var content = JsonSerializer.Serialize(StateHeader.New("tables", clock), StateJson.Plain.StateHeader);
        try
        {
            await tables.CommitAsync(ImportGate.Table, ImportGate.Partition, [new TableChange.Insert(RowKey, content)], cancellationToken);
        }
        catch (TableConflictException)
        {
            // Another instance of the app starts as well.
        }

        return null;
    }
}
