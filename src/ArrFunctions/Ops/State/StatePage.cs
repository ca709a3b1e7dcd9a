using ArrFunctions.Platform;

namespace ArrFunctions.Ops.State;

/// <summary>Some rows of a table, as they are sent: few enough for one request, and then where the next page begins.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="After">For the next page; null when this was the last.</param>
internal sealed record StatePage(IReadOnlyList<StateRow> Rows, string? After)
{
    private const int MaxRows = 1000;

    private const int MaxContentBytes = 2 * 1024 * 1024;

    /// <summary>The keys of a row as <see cref="After"/>; no key holds a slash.</summary>
    /// <returns>False for what no page gave out.</returns>
    public static bool TryReadAfter(string? text, out TableKeys? after)
    {
        after = null;
        if (text is null)
        {
            return true;
        }

        if (text.Split('/') is not [var partitionKey, var rowKey])
        {
            return false;
        }

        try
        {
            TableRules.CheckKeys(partitionKey, rowKey);
        }
        catch (ArgumentException)
        {
            return false;
        }

        after = new(partitionKey, rowKey);
        return true;
    }

    /// <summary>Reads the next page and packs it.</summary>
    public static async Task<byte[]> PackAsync(ITableScan scan, string table, TableKeys? after, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var writer = new StateLineWriter(packed))
        {
            var (rows, bytes) = (0, 0);
            string? next = null;
            await foreach (var row in StateTables.RowsAsync(scan, table, after, cancellationToken))
            {
                await writer.WriteAsync(
                    StateLine.Of(new StateChange(table, row.PartitionKey, row.RowKey, row.Content)), StateJson.Plain.StateLine, cancellationToken);
                rows++;
                bytes += StateChunk.BytesOf(row.Content);
                if (rows == MaxRows || bytes >= MaxContentBytes)
                {
                    next = $"{row.PartitionKey}/{row.RowKey}";
                    break;
                }
            }

            await writer.WriteAsync(new() { Rows = rows, After = next }, StateJson.Plain.StateLine, cancellationToken);
            await writer.FlushAsync(cancellationToken);
        }

        return packed.ToArray();
    }

    /// <exception cref="StateFileException">It is no page, or not whole.</exception>
    public static async Task<StatePage> UnpackAsync(byte[] packed, CancellationToken cancellationToken)
    {
        await using var lines = new StateLineReader(new MemoryStream(packed));
        List<StateRow> rows = [];
        while (await lines.ReadAsync(cancellationToken) is { } text)
        {
            var line = StateLineReader.Parse(text, StateJson.Plain.StateLine);
            if (line.ToChange() is { Content: { } content } row)
            {
                rows.Add(new(row.Table, row.PartitionKey, row.RowKey, content));
            }
            else
            {
                return line.Rows == rows.Count ? new(rows, line.After) : throw new StateFileException("The page is damaged.");
            }
        }

        throw new StateFileException("The page was cut off.");
    }
}
