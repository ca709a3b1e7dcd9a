namespace ArrFunctions.Library.Analysis;

/// <summary>How much an upgrade matters.</summary>
public enum CandidatePriority
{
    Critical = 1,
    High,
    Medium,
    Low,
}
