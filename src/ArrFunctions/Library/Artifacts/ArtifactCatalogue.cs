using ArrFunctions.Library.Report;

namespace ArrFunctions.Library.Artifacts;

/// <summary>The files that an export can make; docs/artifacts.md describes each of them.</summary>
internal static class ArtifactCatalogue
{
    private const string Csv = "text/csv; charset=utf-8";

    private static readonly CsvTable<ScoreRow> Scores = new(ScoreColumns.Standard, hasMark: true);
    private static readonly CsvTable<ScoreRow> Details = new(ScoreColumns.Detailed, hasMark: true);

    public static IReadOnlyList<Artifact> Standard { get; } =
    [
        new("scores.csv", Csv, (content, stream, token) => Scores.WriteAsync(ScoreRow.ReadAsync(content, token), stream, token)),
        new("scores-detailed.csv", Csv, (content, stream, token) => Details.WriteAsync(ScoreRow.ReadAsync(content, token), stream, token)),
        Table("candidates.csv", AnalysisColumns.Candidates, content => content.Analysis.Candidates),
        Table("formats.csv", AnalysisColumns.Formats, content => content.Analysis.Formats),
        Table("profiles.csv", AnalysisColumns.Profiles, content => content.Analysis.Profiles),
        new("export.json", "application/json", JsonArtifacts.WriteExportAsync),
        new("export.schema.json", "application/schema+json", JsonArtifacts.WriteSchemaAsync),
        new("files.ndjson", "application/x-ndjson", JsonArtifacts.WriteLinesAsync),
        HtmlReport.Artifact,
    ];

    /// <summary>Made only where they are asked for.</summary>
    public static IReadOnlyList<Artifact> Legacy { get; } =
    [
        new("legacy-scores.csv", Csv, LegacyArtifacts.WriteScoresAsync),
        new("legacy-simple.csv", Csv, LegacyArtifacts.WriteSimpleAsync),
    ];

    public static IReadOnlyList<Artifact> All { get; } = [.. Standard, .. Legacy];

    /// <summary>Null: there is none of this name.</summary>
    public static Artifact? Find(string name) => All.FirstOrDefault(artifact => artifact.Name == name);

    private static Artifact Table<T>(string name, IReadOnlyList<CsvColumn<T>> columns, Func<ExportContent, IReadOnlyList<T>> rows)
    {
        var table = new CsvTable<T>(columns, hasMark: true);
        return new(name, Csv, (content, stream, token) => table.WriteAsync(rows(content).ToAsyncEnumerable(), stream, token));
    }
}
