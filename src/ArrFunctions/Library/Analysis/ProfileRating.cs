namespace ArrFunctions.Library.Analysis;

/// <summary>How well the files under a profile meet it.</summary>
public enum ProfileRating
{
    Unused,
    Poor,
    Fair,
    Good,
    Excellent,
}
