using System.Diagnostics;

namespace ArrFunctions.Ops.Telemetry;

/// <summary>What is done, with its beginning and end, for a trace. No span has a key, a query or a body in it.</summary>
internal static class Spans
{
    /// <summary>Of the source, as a collector names it.</summary>
    public const string SourceName = "ArrFunctions";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The span that is open now, for those who work on it later; null where nobody records it.</summary>
    public static string? Current => Activity.Current is { Recorded: true, Source.Name: SourceName } span ? span.Id : null;

    /// <summary>A part of what is done now. The caller is an async method, and disposes it; null where nobody listens.</summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal)
    {
        // A span of the server or of the Functions worker is not sent, and would be missed as a parent.
        if (Source.HasListeners() && Activity.Current is { Source.Name: not SourceName })
        {
            Activity.Current = null;
        }

        return Source.StartActivity(name, kind);
    }

    /// <summary>A trace of its own, linked to the one that asked for it.</summary>
    /// <param name="askedBy">What <see cref="Current"/> was then.</param>
    public static Activity? BeginAlone(string name, ActivityKind kind, string? askedBy)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity.Current = null;
        return Source.StartActivity(name, kind, default(ActivityContext), tags: null, links: Context(askedBy) is { } context ? [new(context)] : null);
    }

    /// <summary>A request, as part of the caller's trace where the caller names one. What else the caller sends along is left.</summary>
    /// <param name="traceParent">The header <c>traceparent</c>.</param>
    public static Activity? BeginRequest(string name, string? traceParent)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity.Current = null;
        return Source.StartActivity(name, ActivityKind.Server, Context(traceParent) ?? default);
    }

    /// <summary>It ended by a fault. Its message is left out: it may quote what came from outside.</summary>
    public static void Fail(this Activity? span, Exception fault) => span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", fault.GetType().Name);

    private static ActivityContext? Context(string? traceParent) =>
        ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var context) ? context : null;
}
