using System.Security.Claims;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Notifications;

/// <summary>Who is told of what.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("notifications", ListAsync).Requires(Role.Read).Describe(NotificationOperations.List);
        routes.MapPost("notifications/test", TestAsync).Requires(Role.Operate).Describe(NotificationOperations.Test);
    }

    private static async Task<IResult> ListAsync(NotificationReport report, CancellationToken cancellationToken) =>
        Results.Json(await report.ReadAsync(cancellationToken), NotificationJson.Default.NotificationList);

    private static async Task<IResult> TestAsync(HttpRequest request, NotificationTest test, AuditTrail audit, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (await OptionalBody.ReadAsync(request, NotificationJson.Default.NotificationTestRequest, cancellationToken) is not { } wanted)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "bodyMalformed", """The body is neither empty nor {"target": ...} with the name of a target.""");
        }

        if (wanted.Target is { } name && !test.Knows(name))
        {
            return Problem.Of(StatusCodes.Status404NotFound, "noSuchTarget", test.Unknown(name));
        }

        var tested = await test.RunAsync(wanted.Target, cancellationToken);
        await audit.TellAsync(
            "notifications.tested", wanted.Target is null ? "notifications" : $"{NotificationPolicy.SubjectPrefix}{wanted.Target}", caller.Actor(), tested.InWords, CancellationToken.None);
        return Results.Json(tested, NotificationJson.Default.NotificationTestList);
    }
}
