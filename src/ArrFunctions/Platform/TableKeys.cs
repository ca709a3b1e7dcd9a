namespace ArrFunctions.Platform;

/// <summary>Where a row lies in its table.</summary>
public sealed record TableKeys(string PartitionKey, string RowKey);
