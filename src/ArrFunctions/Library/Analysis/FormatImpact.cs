namespace ArrFunctions.Library.Analysis;

/// <summary>How much a custom format moves the scores.</summary>
public enum FormatImpact
{
    Unused,
    Negative,
    None,
    Low,
    Medium,
    High,
}
