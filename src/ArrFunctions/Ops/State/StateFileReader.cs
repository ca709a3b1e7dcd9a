using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace ArrFunctions.Ops.State;

/// <summary>Reads a state file once, and believes nothing in it: order, counts and hashes are looked at on the way.</summary>
internal sealed class StateFileReader(Stream file)
{
    private readonly List<TableSummary> tables = [];
    private StateHeader? header;

    /// <summary>Known when the last row was read.</summary>
    public StateSummary Summary { get; private set; } = null!;

    /// <summary>The file as a whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="advance">Called for each row.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="StateFileException">It is no state file, not whole, or of a newer program.</exception>
    public static async Task<StateSummary> CheckAsync(string path, Action advance, CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        var reader = new StateFileReader(file);
        await foreach (var _ in reader.RowsAsync(cancellationToken))
        {
            advance();
        }

        return reader.Summary;
    }

    public static FileStream Open(string path) => new(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 64 * 1024 });

    /// <summary>Its rows, in <see cref="StateOrder"/>. Only when the last one was read it is sure that the file is right.</summary>
    /// <exception cref="StateFileException">It is no state file, not whole, or of a newer program.</exception>
    public async IAsyncEnumerable<StateRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var lines = new StateLineReader(file);
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var hash = new RowHash();
        StateChange? before = null;
        whole.AppendData(await ReadHeaderAsync(lines, cancellationToken));
        while (await NextAsync(lines, cancellationToken) is var (text, line))
        {
            if (line.ToChange() is { Content: { } content } change)
            {
                CheckTable(change, before, hash.Rows);
                StateOrder.Check(change, before);
                hash.Add(change.PartitionKey, change.RowKey, content);
                before = change;
                yield return new(change.Table, change.PartitionKey, change.RowKey, content);
            }
            else if (line is { Table: { } table, Rows: { } rows, Sha256: { } sha256 })
            {
                EndTable(new(table, rows, sha256), before?.Table, hash);
                whole.AppendData(text);
            }
            else
            {
                End(line, hash.Rows, Convert.ToHexStringLower(whole.GetHashAndReset()));
                break;
            }
        }

        if (await lines.ReadAsync(cancellationToken) is not null)
        {
            throw new StateFileException("It goes on behind its end.");
        }
    }

    private static async Task<(byte[] Text, StateLine Line)> NextAsync(StateLineReader lines, CancellationToken cancellationToken)
    {
        var text = await lines.ReadAsync(cancellationToken)
            ?? throw new StateFileException("It has no end: the export was cut off. Export the state again.");
        return (text, StateLineReader.Parse(text, StateJson.Plain.StateLine));
    }

    private async Task<byte[]> ReadHeaderAsync(StateLineReader lines, CancellationToken cancellationToken)
    {
        var text = await lines.ReadAsync(cancellationToken) ?? throw new StateFileException("It is empty.");
        header = StateLineReader.Parse(text, StateJson.Plain.StateHeader);
        return header switch
        {
            { Kind: not StateHeader.StateKind } => throw new StateFileException("It is no state file."),
            { Format: > StateHeader.CurrentFormat } => throw new StateFileException(
                $"A newer version of ArrFunctions wrote it ({header.Version}, format {header.Format}; this one knows up to {StateHeader.CurrentFormat}). Update this one first."),
            { Format: < 1 } or { Version: null } or { From: null } => throw new StateFileException("Its first line is damaged."),
            _ => text,
        };
    }

    private static void CheckTable(StateChange change, StateChange? before, long rowsOfTable)
    {
        if (rowsOfTable > 0 && !string.Equals(change.Table, before!.Table, StringComparison.Ordinal))
        {
            throw new StateFileException($"The end of the table {before.Table} is missing.");
        }
    }

    private void EndTable(TableSummary told, string? table, RowHash hash)
    {
        var found = new TableSummary(table ?? "", hash.Rows, hash.Finish());
        if (found != told || found.Rows == 0)
        {
            throw new StateFileException($"The table {told.Table} is damaged: its rows are not those that its hash was made of.");
        }

        tables.Add(found);
    }

    private void End(StateLine told, long rowsOfTable, string sha256)
    {
        var summary = new StateSummary(header!, tables, sha256);
        if (rowsOfTable > 0 || told.Tables != tables.Count || told.Rows != summary.Rows || told.Sha256 != sha256)
        {
            throw new StateFileException("It is damaged: its end does not fit what comes before it.");
        }

        Summary = summary;
    }
}
