using Azure;
using Azure.Data.Tables;

namespace ArrFunctions.FunctionApp.Storage;

/// <summary>One table of the account: it is made by its first write, and is empty before.</summary>
/// <param name="name">As the caller wrote it.</param>
/// <param name="client">The table.</param>
internal sealed class AzureTable(string name, TableClient client)
{
    /// <summary>The most rows that one answer of the service has.</summary>
    private const int MaxAnswer = 1000;

    public string Name { get; } = name;

    /// <summary>The first entities in the order of their keys. The service may answer with fewer than were asked for, or none, and more to come.</summary>
    public async Task<IReadOnlyList<TableEntity>> TakeAsync(string? filter, int most, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = [];
        try
        {
            var query = client.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
            string? next = null;
            do
            {
                await foreach (var page in query.AsPages(next, Math.Min(MaxAnswer, most - rows.Count)).WithCancellation(cancellationToken))
                {
                    rows.AddRange(page.Values);
                    next = page.ContinuationToken;
                    break;
                }
            }
            while (next is not null && rows.Count < most);
        }
        catch (RequestFailedException failure) when (IsNoTable(failure))
        {
            return [];
        }

        return rows;
    }

    public async Task SubmitAsync(IEnumerable<TableTransactionAction> actions)
    {
        List<TableTransactionAction> batch = [.. actions];
        try
        {
            await client.SubmitTransactionAsync(batch, CancellationToken.None);
        }
        catch (RequestFailedException failure) when (IsNoTable(failure))
        {
            await client.CreateIfNotExistsAsync(CancellationToken.None);
            await client.SubmitTransactionAsync(batch, CancellationToken.None);
        }
    }

    private static bool IsNoTable(RequestFailedException failure) => failure.ErrorCode is "TableNotFound";
}
