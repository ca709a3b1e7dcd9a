namespace ArrFunctions.Library.Analysis;

/// <summary>How well a library is off.</summary>
/// <param name="Score">0 to 100; null for an empty library, which is neither well nor ill.</param>
/// <param name="Grade">A from 90, B from 80, C from 70, D from 60, F; null for an empty library.</param>
/// <param name="Parts">What the score is made of.</param>
/// <param name="Achievements">Sentences.</param>
/// <param name="Warnings">Sentences.</param>
/// <param name="Recommendations">Sentences.</param>
internal sealed record LibraryHealth(
    double? Score,
    string? Grade,
    IReadOnlyList<HealthPart> Parts,
    IReadOnlyList<string> Achievements,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Recommendations);
