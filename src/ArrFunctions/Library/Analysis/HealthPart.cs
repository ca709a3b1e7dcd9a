namespace ArrFunctions.Library.Analysis;

/// <summary>A part of the health of a library.</summary>
/// <param name="Name">For people: "at their cutoff".</param>
/// <param name="Share">Of the files, 0 to 1, as it is measured.</param>
/// <param name="Weight">Points of 100 that it can bring.</param>
/// <param name="Points">That it brings.</param>
internal sealed record HealthPart(string Name, double Share, double Weight, double Points);
