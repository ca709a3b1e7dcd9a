namespace ArrFunctions.Jobs.Batches;

/// <summary>Which lane works on a batch; each has workers of its own.</summary>
public enum BatchPriority
{
    High,
    Normal,
    Low,
}
