using System.Diagnostics;
using ArrFunctions.Ops.Correlation;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Logs;

/// <summary>What is logged once, as it was then.</summary>
internal sealed record LogLine(DateTimeOffset Time, LogLevel Level, string Category, EventId Event, string Message)
{
    /// <summary>Of the message, without its template.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Values { get; init; } = [];

    /// <summary>Of the scopes that were open, the outermost first.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Scope { get; init; } = [];

    public string? CorrelationId { get; init; } = Correlation.CorrelationId.Current;

    public ActivityTraceId? TraceId { get; init; } = Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.TraceId : null;

    public Exception? Exception { get; init; }

    /// <summary>Nothing but the template, and what the server says of each request: the correlation id does for it.</summary>
    private static readonly string[] LeftOut = ["{OriginalFormat}", CorrelationScopes.Name, "RequestId", "RequestPath", "ConnectionId", "TraceId", "SpanId", "ParentId"];

    /// <summary>The values that a message or a scope is made of.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> ValuesOf(object? state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values
            ? values.Where(value => value.Value is not null && !LeftOut.Contains(value.Key, StringComparer.Ordinal))
            : [];
}
