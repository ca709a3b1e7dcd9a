using System.Text.Json;

namespace ArrFunctions.Library.Artifacts;

/// <summary>The files as JSON, one after the other.</summary>
internal static class JsonArtifacts
{
    private const string SchemaName = "export.schema.json";

    /// <summary>One document; <c>export.schema.json</c> describes it.</summary>
    public static async Task WriteExportAsync(ExportContent content, Stream stream, CancellationToken cancellationToken)
    {
        using var json = new JsonPieces(stream, cancellationToken);
        var (writer, analysis) = (json.Writer, content.Analysis);
        writer.WriteStartObject();
        writer.WriteString("$schema", SchemaName);
        writer.WriteString("exportId", content.ExportId);
        writer.WriteString("instance", analysis.Instance);
        writer.WriteString("service", JsonNamingPolicy.CamelCase.ConvertName(analysis.Service.ToString()));
        writer.WriteString("collected", analysis.Collected);
        writer.WriteString("made", content.Made);
        await json.WriteAsync("missing", content.Missing, ExportJson.Default.IReadOnlyListString);
        await AnalysisJson.WriteAsync(json, analysis);
        writer.WriteStartArray("files");
        await foreach (var row in ScoreRow.ReadAsync(content, cancellationToken))
        {
            await json.WriteAsync(ExportedFile.Of(row), ExportJson.Default.ExportedFile);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await json.FinishAsync();
    }

    /// <summary>A line for each file (NDJSON): what <c>files</c> of the document has.</summary>
    public static async Task WriteLinesAsync(ExportContent content, Stream stream, CancellationToken cancellationToken)
    {
        using var json = new JsonPieces(stream, cancellationToken);
        await foreach (var row in ScoreRow.ReadAsync(content, cancellationToken))
        {
            await json.WriteLineAsync(ExportedFile.Of(row), ExportJson.Default.ExportedFile);
        }

        await json.FinishAsync();
    }

    public static async Task WriteSchemaAsync(ExportContent content, Stream stream, CancellationToken cancellationToken)
    {
        await using var schema = OpenSchema();
        await schema.CopyToAsync(stream, cancellationToken);
    }

    /// <summary>The JSON Schema (2020-12) of <c>export.json</c>, and of a line of <c>files.ndjson</c> as <c>#/$defs/file</c>.</summary>
    public static Stream OpenSchema() => typeof(JsonArtifacts).Assembly.GetManifestResourceStream(SchemaName)!;
}
