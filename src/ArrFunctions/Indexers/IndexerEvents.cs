using ArrFunctions.Ops.Events;

namespace ArrFunctions.Indexers;

/// <summary>What the log tells of indexers.</summary>
internal static class IndexerEvents
{
    public static EventRecord Of(
        IndexerKey key, string name, string actor, string message, DateTimeOffset now, EventSeverity severity = EventSeverity.Information) => new()
        {
            Id = EventRecord.NewId(now),
            Time = now,
            Name = name,
            Severity = severity,
            Subject = $"indexer:{key}",
            Actor = actor,
            Message = message,
        };
}
