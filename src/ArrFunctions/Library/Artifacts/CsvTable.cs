using CsvHelper;

namespace ArrFunctions.Library.Artifacts;

/// <summary>Writes rows as CSV: RFC 4180, UTF-8, a header, CRLF.</summary>
/// <param name="hasMark">Begins with a byte order mark, without which Excel takes the text for that of a code page.</param>
internal sealed class CsvTable<T>(IReadOnlyList<CsvColumn<T>> columns, bool hasMark)
{
    private readonly CsvWriterOptions options = new() { NewLine = "\r\n", TrueValue = "true", FalseValue = "false", WriteByteOrderMark = hasMark };
    private readonly string[] header = [.. columns.Select(column => column.Name)];

    public async Task WriteAsync(IAsyncEnumerable<T> rows, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = Open(stream);
        await WriteHeaderAsync(writer, cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await WriteRowAsync(writer, row, cancellationToken);
        }
    }

    public CsvWriter Open(Stream stream) => CsvWriter.Create(stream, options, leaveOpen: true);

    public ValueTask WriteHeaderAsync(CsvWriter writer, CancellationToken cancellationToken) => writer.WriteRecordAsync(header, cancellationToken);

    public ValueTask WriteRowAsync(CsvWriter writer, T row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var column in columns)
        {
            column.Write(writer, row);
        }

        return writer.EndRecordAsync(cancellationToken);
    }
}
