using System.Security.Cryptography;

namespace ArrFunctions.Ops.State;

/// <summary>Writes a state file: its header, each table with its rows and its hash, and an end without which it counts as cut off.</summary>
internal static class StateExport
{
    /// <param name="rows">In <see cref="StateOrder"/>.</param>
    /// <param name="header">The first line.</param>
    /// <param name="file">Where it is written; it stays open.</param>
    /// <param name="advance">Called for each row.</param>
    /// <param name="cancellationToken">Leaves the file without its end.</param>
    public static async Task<StateSummary> WriteAsync(
        IAsyncEnumerable<StateRow> rows, StateHeader header, Stream file, Action advance, CancellationToken cancellationToken)
    {
        await using var writer = new StateLineWriter(file);
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var hash = new RowHash();
        List<TableSummary> tables = [];
        string? open = null;
        whole.AppendData((await writer.WriteAsync(header, StateJson.Plain.StateHeader, cancellationToken)).Span);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (!StateOrder.Tables.Equals(open, row.Table))
            {
                await EndTableAsync();
                open = row.Table;
            }

            await WriteAsync(StateLine.Of(new StateChange(open!, row.PartitionKey, row.RowKey, row.Content)));
            hash.Add(row.PartitionKey, row.RowKey, row.Content);
            advance();
        }

        await EndTableAsync();
        var summary = new StateSummary(header, tables, Convert.ToHexStringLower(whole.GetHashAndReset()));
        await WriteAsync(new() { Tables = tables.Count, Rows = summary.Rows, Sha256 = summary.Sha256 });
        await writer.FlushAsync(cancellationToken);
        return summary;

        ValueTask<ReadOnlyMemory<byte>> WriteAsync(StateLine line) => writer.WriteAsync(line, StateJson.Plain.StateLine, cancellationToken);

        async Task EndTableAsync()
        {
            if (open is not null)
            {
                var table = new TableSummary(open, hash.Rows, hash.Finish());
                tables.Add(table);
                whole.AppendData((await WriteAsync(new() { Table = table.Table, Rows = table.Rows, Sha256 = table.Sha256 })).Span);
            }
        }
    }
}
