using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Events;

/// <summary><c>GET events</c>: the log, newest first; <c>GET events/stream</c>: what comes to it.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("events", ListAsync).Requires(Role.Read).Describe(EventOperations.List);
        routes.MapGet("events/stream", StreamAsync).Requires(Role.Read).Describe(EventOperations.Stream);
    }

    private static async Task<IResult> ListAsync(
        EventSearch search, [AsParameters] EventQuery query, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (query.Read() is not ({ } filter, null))
        {
            return query.Read().Objection!;
        }

        if (PageLimit.Objection(limit) is { } objection)
        {
            return objection;
        }

        var after = EventCursor.Parse(cursor);
        return cursor is not null && after is null
            ? PageLimit.BadCursor()
            : Results.Json(await search.ListAsync(filter, PageLimit.Of(limit), after, cancellationToken), EventJson.Default.EventPage);
    }

    private static IResult StreamAsync(EventStreams streams, [AsParameters] EventQuery query, HttpRequest request)
    {
        if (query.Read() is not ({ } filter, null))
        {
            return query.Read().Objection!;
        }

        return !LastEventId.TryRead(request, out var after)
            ? Problem.Of(StatusCodes.Status400BadRequest, "lastEventId", $"{LastEventId.Header} is none that this stream gave out; leave it out to begin now.")
            : streams.Open(filter, after) as IResult ?? Problem.Of(
                StatusCodes.Status503ServiceUnavailable, "tooManyStreams", $"{EventStreams.Most} streams are open, and more are not served. Close one, or ask GET events now and then.");
    }
}
