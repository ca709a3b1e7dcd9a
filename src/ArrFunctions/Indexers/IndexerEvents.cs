using ArrFunctions.Ops.Events;

namespace ArrFunctions.Indexers;

/// <summary>What the log tells of indexers.</summary>
internal static class IndexerEvents
{
    public static EventRecord Of(
        IndexerKey key, string name, string actor, string message, DateTimeOffset now, EventSeverity severity = EventSeverity.Information) =>
        Of($"indexer:{key}", name, actor, message, now, severity);

    public static EventRecord OfAll(string name, string actor, string message, DateTimeOffset now) =>
        Of("indexers", name, actor, message, now, EventSeverity.Information);

    private static EventRecord Of(string subject, string name, string actor, string message, DateTimeOffset now, EventSeverity severity) => new()
    {
        Id = EventRecord.NewId(now),
        Time = now,
        Name = name,
        Severity = severity,
        Subject = subject,
        Actor = actor,
        Message = message,
    };
}
