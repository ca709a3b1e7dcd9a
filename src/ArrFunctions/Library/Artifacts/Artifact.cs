namespace ArrFunctions.Library.Artifacts;

/// <summary>A file that an export makes.</summary>
/// <param name="Name"><c>scores.csv</c>: lower-case letters, digits, hyphens and a dot.</param>
/// <param name="WriteAsync">Writes it in one pass and leaves the stream open.</param>
internal sealed record Artifact(string Name, string MediaType, Func<ExportContent, Stream, CancellationToken, Task> WriteAsync);
