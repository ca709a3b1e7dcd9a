using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ArrFunctions.FunctionApp.Tests.Storage;

internal sealed class FakeTable(FakeTableService service, string name) : TableClient
{
    private readonly SortedSet<FakeEntity> rows = new(FakeEntity.ByKeys);
    private readonly Lock gate = new();
    private long written;

    public override string Name { get; } = name;

    public bool IsMade { get; private set; }

    public override Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        service.Throw(cancellationToken);
        IsMade = true;
        return Task.FromResult(Response.FromValue(new TableItem(Name), null!));
    }

    public override AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
    {
        var wanted = new FakeFilter(filter);
        return new FakePages<T>((continuation, top) =>
        {
            service.Throw(cancellationToken);
            var (found, next) = Read(wanted, continuation, top);
            return Page<T>.FromValues([.. found.Select(row => (T)(ITableEntity)row.Read())], next, null!);
        });
    }

    public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        service.Throw(cancellationToken);
        List<TableTransactionAction> actions = [.. transactionActions];
        lock (gate)
        {
            service.Transactions++;
            Apply(actions);
            for (; service.LostAnswers > 0; service.LostAnswers--)
            {
                Apply(actions);
            }
        }

        return Response.FromValue<IReadOnlyList<Response>>([], null!);
    }

    private (IReadOnlyList<FakeEntity> Rows, string? Next) Read(FakeFilter filter, string? continuation, int top)
    {
        if (top is < 1 or > 1000)
        {
            throw FakeFailure.Of(400, "InvalidInput");
        }

        lock (gate)
        {
            if (!IsMade)
            {
                throw FakeFailure.Of(404, "TableNotFound");
            }

            var (partition, row) = continuation?.Split('\n') is [var nextPartition, var nextRow] ? (nextPartition, nextRow) : filter.First;
            if (service.BeginsWithNothing && continuation is null)
            {
                return ([], $"{partition}\n{row}");
            }

            // One more than the answer has, which is where the next one begins.
            var most = Math.Min(top, service.MaxAnswer);
            List<FakeEntity> found =
            [
                .. rows.GetViewBetween(FakeEntity.At(partition, row), FakeEntity.At("\uffff", ""))
                    .Where(entity => filter.Holds(entity.PartitionKey, entity.RowKey)).Take(most + 1),
            ];
            return found.Count > most ? (found[..most], $"{found[most].PartitionKey}\n{found[most].RowKey}") : (found, null);
        }
    }

    /// <summary>All of it or nothing (Performing entity group transactions).</summary>
    private void Apply(List<TableTransactionAction> actions)
    {
        if (actions.Count is < 1 or > 100)
        {
            throw FakeFailure.Of(400, "InvalidInput");
        }

        List<FakeEntity> sent = [.. actions.Select(action => FakeEntity.Of(action.Entity, NewETag()))];
        if (sent.Sum(entity => entity.WireBytes) > 4 * 1024 * 1024)
        {
            throw FakeFailure.Of(413, "RequestBodyTooLarge");
        }

        for (var index = 0; index < actions.Count; index++)
        {
            if (Refusal(actions[index], sent, index) is var (status, code))
            {
                throw FakeFailure.OfTransaction(status, code, index);
            }
        }

        foreach (var (action, entity) in actions.Zip(sent))
        {
            rows.Remove(entity);
            if (action.ActionType is not TableTransactionActionType.Delete)
            {
                rows.Add(entity);
            }
        }
    }

    private (int Status, string Code)? Refusal(TableTransactionAction action, List<FakeEntity> sent, int index)
    {
        var entity = sent[index];
        var etag = action.ETag.ToString();
        rows.TryGetValue(entity, out var current);
        return !IsMade ? (404, "TableNotFound")
            : entity.PartitionKey != sent[0].PartitionKey ? (400, "CommandsInBatchActOnDifferentPartitions")
            : sent.FindIndex(other => other.RowKey == entity.RowKey) != index ? (400, "InvalidDuplicateRow")
            : entity.Refusal() is { } refusal ? (400, refusal)
            : action.ActionType is TableTransactionActionType.Add ? (current is null ? null : (409, "EntityAlreadyExists"))
            : action.ActionType is TableTransactionActionType.UpsertReplace ? null
            : etag is not "*" && !etag.StartsWith("W/\"", StringComparison.Ordinal) ? (400, "InvalidInput")
            : current is null ? (404, "ResourceNotFound")
            : etag is "*" || etag == current.ETag.ToString() ? null
            : (412, "UpdateConditionNotSatisfied");
    }

    private ETag NewETag() => new(string.Create(CultureInfo.InvariantCulture, $"W/\"datetime'{written++:x}'\""));
}
