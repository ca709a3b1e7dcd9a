using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Artifacts;

/// <summary>The analysis as a member of the document, its long lists item by item.</summary>
internal static class AnalysisJson
{
    public static async Task WriteAsync(JsonPieces json, LibraryAnalysis analysis)
    {
        json.Writer.WriteStartObject("analysis");
        await json.WriteAsync("figures", analysis.Figures, ExportJson.Default.LibraryFigures);
        await json.WriteAsync("health", analysis.Health, ExportJson.Default.LibraryHealth);
        await json.WriteAsync("candidates", analysis.Candidates, ExportJson.Default.UpgradeCandidate);
        await json.WriteAsync("formats", analysis.Formats, ExportJson.Default.FormatEffect);
        await json.WriteAsync("profiles", analysis.Profiles, ExportJson.Default.ProfileFigures);
        json.Writer.WriteStartArray("categories");
        foreach (var category in analysis.Categories)
        {
            await WriteAsync(json, category);
        }

        json.Writer.WriteEndArray();
        await json.WriteAsync("breakdown", analysis.Breakdown, ExportJson.Default.LibraryBreakdown);
        if (analysis.Trends is { } trends)
        {
            await json.WriteAsync("trends", trends, ExportJson.Default.LibraryTrends);
        }

        json.Writer.WriteEndObject();
    }

    private static async Task WriteAsync(JsonPieces json, CategoryFigures category)
    {
        json.Writer.WriteStartObject();
        await json.WriteAsync("category", category.Category, ExportJson.Default.FileCategory);
        json.Writer.WriteString("criteria", category.Criteria);
        json.Writer.WriteNumber("files", category.Files);
        json.Writer.WriteNumber("bytes", category.Bytes);
        if (category.Median is { } median)
        {
            json.Writer.WriteNumber("median", median);
        }

        await json.WriteAsync("items", category.Items, ExportJson.Default.ItemKey);
        json.Writer.WriteEndObject();
    }
}
