using System.Globalization;

namespace ArrFunctions.Ops.Events;

/// <summary>Something that happened, as the log keeps it.</summary>
public sealed record EventRecord
{
    /// <summary>Orders by time, and is unique: ticks in UTC and chance, 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>What happened: <c>job.succeeded</c>, <c>health.issue</c>; words in camelCase, separated by dots.</summary>
    public required string Name { get; init; }

    public EventSeverity Severity { get; init; }

    /// <summary>What it happened to: <c>job:{id}</c>, <c>instance:{name}</c>, <c>schedule:{name}</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Who or what caused it: <c>webhook:radarr</c>, <c>cli</c>, <c>key:{name}</c>, <c>schedule:{name}</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>A sentence for people. Never a secret.</summary>
    public required string Message { get; init; }

    /// <summary>State of the subject before, where it changed.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>Shared by all that came of one request or run; the outbox fills it in where it is null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When something happened, by the id of its event.</summary>
    public static DateTimeOffset TimeOf(string id) =>
        new(long.Parse(id.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static string NewId(DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture, $"{time.UtcTicks:x16}{Random.Shared.NextInt64():x16}");
}
