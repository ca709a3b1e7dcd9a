namespace ArrFunctions.Jobs.Batches;

/// <summary>How far a batch was at a time.</summary>
/// <param name="Settled">Items.</param>
public sealed record BatchPace(DateTimeOffset Time, int Settled);
