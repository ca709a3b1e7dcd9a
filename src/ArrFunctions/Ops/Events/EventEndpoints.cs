using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Events;

/// <summary><c>GET events</c>: the log, newest first.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("events", ListAsync).Requires(Role.Read).Describe(EventOperations.List);

    private static async Task<IResult> ListAsync(EventLog log, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (PageLimit.Objection(limit) is { } objection)
        {
            return objection;
        }

        if (cursor is not null && EventCursor.Parse(cursor) is null)
        {
            return PageLimit.BadCursor();
        }

        var (events, next) = await log.ListAsync(PageLimit.Of(limit), cursor, cancellationToken);
        return Results.Json(new EventPage(events, next), EventJson.Default.EventPage);
    }
}
