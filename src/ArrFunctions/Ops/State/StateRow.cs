namespace ArrFunctions.Ops.State;

/// <summary>A row of the state as it moves: everything but its ETag, which is made anew wherever it is written.</summary>
internal sealed record StateRow(string Table, string PartitionKey, string RowKey, string Content);

/// <summary>A row that is to be written; without content it is to be removed.</summary>
internal sealed record StateChange(string Table, string PartitionKey, string RowKey, string? Content);
