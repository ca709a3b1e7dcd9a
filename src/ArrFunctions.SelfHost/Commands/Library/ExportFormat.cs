using ArrFunctions.Library.Artifacts;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>The words of <c>--format</c>, and the artifacts that each of them names.</summary>
internal static class ExportFormat
{
    public const string Html = "html";

    public static IReadOnlyList<string> Words { get; } = ["csv", "json", "ndjson", Html, "legacy"];

    /// <summary>All that an export makes unless told otherwise.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["csv", "json", "ndjson", Html];

    public static IEnumerable<Artifact> ArtifactsOf(IReadOnlyCollection<string> words) => ArtifactCatalogue.All.Where(artifact => words.Contains(WordOf(artifact), StringComparer.Ordinal));

    private static string WordOf(Artifact artifact) => ArtifactCatalogue.Legacy.Contains(artifact) ? "legacy" : Path.GetExtension(artifact.Name)[1..];
}
