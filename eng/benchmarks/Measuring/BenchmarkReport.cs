using System.Text.Json.Serialization;

namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>Everything that one run measured.</summary>
internal sealed record BenchmarkReport(Machine Machine, bool IsQuick, List<BenchmarkResult> Results);

/// <summary>What one benchmark measured.</summary>
/// <param name="Notes">How to read the figures, and what was left out and why.</param>
internal sealed record BenchmarkResult(string Name, string Title, IReadOnlyList<Figure> Figures, IReadOnlyList<string> Notes);

[JsonSerializable(typeof(BenchmarkReport))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
internal sealed partial class ReportJson : JsonSerializerContext;
