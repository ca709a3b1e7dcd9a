namespace ArrFunctions.Library.Artifacts;

/// <summary>The files of the system that this one replaced, for scripts that read them.</summary>
internal static class LegacyArtifacts
{
    public static Task WriteScoresAsync(ExportContent content, Stream stream, CancellationToken cancellationToken) =>
        new CsvTable<LegacyRow>(LegacyColumns.Scores(content.Analysis.Service), hasMark: false)
            .WriteAsync(LegacyRow.ReadAsync(content, cancellationToken), stream, cancellationToken);

    public static async Task WriteSimpleAsync(ExportContent content, Stream stream, CancellationToken cancellationToken)
    {
        var table = new CsvTable<LegacyRow>(LegacyColumns.Simple(content.Analysis.Service), hasMark: false);
        using var lines = new SortedLines();
        using var line = new MemoryStream();
        await using var writer = table.Open(line);
        await table.WriteHeaderAsync(writer, cancellationToken);
        await writer.FlushAsync(cancellationToken);
        await stream.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancellationToken);
        var count = 0;
        await foreach (var row in LegacyRow.ReadAsync(content, cancellationToken))
        {
            line.SetLength(0);
            await table.WriteRowAsync(writer, row, cancellationToken);
            await writer.FlushAsync(cancellationToken);
            await lines.AddAsync(LegacyOrder.Of(row, count++), line.GetBuffer().AsMemory(0, (int)line.Length), cancellationToken);
        }

        await lines.WriteAsync(stream, cancellationToken);
    }
}
