namespace ArrFunctions.Library.History;

/// <summary>The figures of a library at the end of an export.</summary>
/// <param name="Bytes">Null, as the three below, where they are not known: the figures are of another program (docs/coming-from.md).</param>
/// <param name="Health">0 to 100; null for an empty library.</param>
public sealed record LibrarySnapshot(
    DateTimeOffset Time,
    string ExportId,
    int Files,
    long? Bytes,
    double MeanScore,
    double MedianScore,
    int? AtCutoff,
    int Negative,
    int? Candidates,
    double? Health);
