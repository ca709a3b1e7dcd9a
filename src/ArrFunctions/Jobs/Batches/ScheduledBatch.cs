namespace ArrFunctions.Jobs.Batches;

/// <summary>A batch that begins by itself (list <c>Batches:Scheduled</c>).</summary>
/// <param name="Name">Slug; what it is called in events.</param>
/// <param name="Cron">Six fields, seconds first, in UTC.</param>
public sealed record ScheduledBatch(string Name, string Cron, NewBatch Batch);
