namespace ArrFunctions.Ops.Events;

/// <summary>A table whose partitions hold outbox rows; each feature registers its own.</summary>
internal sealed record OutboxSource(string Table, IReadOnlyList<string> Partitions);
