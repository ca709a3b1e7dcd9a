using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ArrFunctions.FunctionApp.Tests.Storage.Azurite;

/// <summary>The tables of an account whose names begin in one way, without that beginning.</summary>
internal sealed class NamedTables(TableServiceClient account, string prefix) : TableServiceClient
{
    public override Uri Uri => account.Uri;

    public override TableClient GetTableClient(string tableName) => account.GetTableClient(prefix + tableName);

    public override AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages(account.QueryAsync(filter, maxPerPage, cancellationToken), prefix);

    private sealed class Pages(AsyncPageable<TableItem> all, string prefix) : AsyncPageable<TableItem>
    {
        public override async IAsyncEnumerable<Page<TableItem>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
        {
            await foreach (var page in all.AsPages(continuationToken, pageSizeHint))
            {
                yield return Page<TableItem>.FromValues(
                    [
                        .. page.Values.Where(table => table.Name.StartsWith(prefix, StringComparison.Ordinal))
                            .Select(table => new TableItem(table.Name[prefix.Length..])),
                    ],
                    page.ContinuationToken,
                    null!);
            }
        }
    }
}
