using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Analysis.Legacy;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.Views;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>A line of <c>library export</c>.</summary>
/// <param name="Export">Null: it has not begun.</param>
/// <param name="Error">Why; null where it has.</param>
/// <param name="Files">That were put into the folder of <c>--output</c>.</param>
internal sealed record ExportLineJson(string Instance, ExportView? Export, string? Error, IReadOnlyList<string>? Files);

/// <summary>A line of <c>library report</c>.</summary>
internal sealed record ReportLineJson(string Instance, IReadOnlyList<string> Files);

/// <summary>A line of <c>library analyze</c>.</summary>
internal sealed record AnalysisLineJson(LibrarySummary Summary, IReadOnlyList<FormatEffect> Formats, IReadOnlyList<ProfileFigures> Profiles, LibraryTrends? Trends);

/// <summary>A line of <c>library analyze --legacy</c>.</summary>
internal sealed record LegacyLineJson(string Instance, LegacyNumbers Numbers);

[JsonSerializable(typeof(ExportLineJson))]
[JsonSerializable(typeof(ReportLineJson))]
[JsonSerializable(typeof(AnalysisLineJson))]
[JsonSerializable(typeof(LegacyLineJson))]
[JsonSerializable(typeof(CandidateList))]
[JsonSerializable(typeof(LibraryComparison))]
internal sealed partial class LibraryCommandJson : JsonSerializerContext
{
    /// <summary>As the routes answer, but titles stay readable: only what JSON itself must escape is escaped.</summary>
    public static LibraryCommandJson Readable { get; } = new(new JsonSerializerOptions(LibraryViewJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
