using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ArrFunctions.FunctionApp.Tests.Storage;

/// <summary>The Table service in memory, with the limits and the answers of the real one as they are documented and as Azurite gives them.</summary>
internal sealed class FakeTableService : TableServiceClient
{
    /// <summary>What no error may tell.</summary>
    public const string Secret = "c2lnbmF0dXJl";

    private readonly ConcurrentDictionary<string, FakeTable> tables = new(StringComparer.OrdinalIgnoreCase);

    public override Uri Uri { get; } = new($"http://127.0.0.1:10002/devstoreaccount1?sig={Secret}");

    /// <summary>What every request meets.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The most rows of one answer.</summary>
    public int MaxAnswer { get; set; } = 1000;

    /// <summary>The service answers with no row and a continuation first, as it does at a border of its servers.</summary>
    public bool BeginsWithNothing { get; set; }

    /// <summary>So many answers to transactions are lost on their way; the client repeats the request then.</summary>
    public int LostAnswers { get; set; }

    public int Transactions { get; set; }

    public override TableClient GetTableClient(string tableName) => tables.GetOrAdd(tableName, name => new FakeTable(this, name));

    public override AsyncPageable<TableItem> QueryAsync(string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new FakePages<TableItem>((_, _) =>
        {
            Throw(cancellationToken);
            return Page<TableItem>.FromValues([.. tables.Values.Where(table => table.IsMade).Select(table => new TableItem(table.Name))], null, null!);
        });

    public void Throw(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault is { } fault)
        {
            throw fault;
        }
    }
}
