using ArrFunctions.Platform;
using Azure;
using Azure.Data.Tables;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>A batch as one transaction of the Table service.</summary>
/// <remarks>
/// Keys travel in transactions and filters only. The service decodes the path of a request twice, so that a key with a percent sign is not found by it;
/// neither of those two is concerned (Azure Storage team, "PartitionKey or RowKey containing the percent character").
/// </remarks>
internal sealed class TableCommit(AzureTable table, string partitionKey, IReadOnlyList<TableChange> changes)
{
    private const string IdProperty = "Commit";

    // Marks what this commit writes: the client repeats a request whose answer was lost, and then meets its own rows.
    private readonly string id = TableRow.NewETag();
    private readonly List<TableChange> left = [.. changes];

    /// <exception cref="TableConflictException">A condition does not hold.</exception>
    public async Task RunAsync()
    {
        while (left.Count > 0)
        {
            try
            {
                await table.SubmitAsync(left.Select(Action));
                return;
            }
            catch (TableTransactionFailedException failure) when (Refused(failure) is not null)
            {
                var (change, conflict) = Refused(failure)!.Value;

                // A transaction with a delete fails as a whole where there is nothing to delete; it goes on without that one.
                if (change is TableChange.Delete { ETag: null })
                {
                    left.Remove(change);
                }
                else if (await IsDoneAsync())
                {
                    return;
                }
                else
                {
                    throw new TableConflictException(table.Name, partitionKey, change.RowKey, conflict);
                }
            }
        }
    }

    private (TableChange Change, TableConflict Conflict)? Refused(TableTransactionFailedException failure)
    {
        TableConflict? conflict = failure.ErrorCode switch
        {
            "EntityAlreadyExists" => TableConflict.RowExists,
            "UpdateConditionNotSatisfied" => TableConflict.RowChanged,
            "ResourceNotFound" or "EntityNotFound" => TableConflict.RowMissing,
            _ => null,
        };
        return conflict is { } known && failure.FailedTransactionActionIndex is { } index && index < left.Count ? (left[index], known) : null;
    }

    /// <summary>Whether an earlier sending of this batch was carried out: all of it was, then, so one row tells.</summary>
    private async Task<bool> IsDoneAsync() =>
        changes.FirstOrDefault(change => change.NewContent is not null) is { } written
        && await table.TakeAsync(TableFilter.Row(partitionKey, written.RowKey), most: 1, CancellationToken.None) is [var row]
        && row[IdProperty] is string writer && writer == id;

    private TableTransactionAction Action(TableChange change) => change switch
    {
        TableChange.Insert => new(TableTransactionActionType.Add, Entity(change)),
        TableChange.Upsert => new(TableTransactionActionType.UpsertReplace, Entity(change)),
        TableChange.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(change), new ETag(replace.ETag)),
        TableChange.Delete { ETag: { } etag } => new(TableTransactionActionType.Delete, Entity(change), new ETag(etag)),
        _ => new(TableTransactionActionType.Delete, Entity(change), ETag.All),
    };

    private TableEntity Entity(TableChange change)
    {
        var entity = new TableEntity(partitionKey, change.RowKey);
        if (change.NewContent is { } content)
        {
            entity[IdProperty] = id;
            TableContent.Write(entity, content);
        }

        return entity;
    }
}
