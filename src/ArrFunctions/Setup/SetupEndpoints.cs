using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Setup;

/// <summary>The routes of the instances and of what connects them, relative to <c>/api</c>.</summary>
internal static class SetupEndpoints
{
    public static void MapSetup(this IEndpointRouteBuilder routes)
    {
        routes.MapInstances();
        routes.MapGet("setup", ProgressAsync).Requires(Role.Read).Describe(SetupOperations.Progress);
        routes.MapPost("instances/{instance}/webhook", ConnectAsync).Requires(Role.Admin).Describe(SetupOperations.Connect);
        routes.MapPost("instances/{instance}/test", TestAsync).Requires(Role.Operate).Describe(SetupOperations.Test);
        routes.MapPost("mappings/check", CheckAsync).Requires(Role.Operate).Describe(SetupOperations.CheckMappings);
    }

    private static async Task<IResult> ConnectAsync(string instance, HttpContext context, WebhookSetup setup, CancellationToken cancellationToken)
    {
        if (await OptionalBody.ReadAsync(context.Request, SetupJson.Default.WebhookSetupBody, cancellationToken) is not { } body)
        {
            return Malformed("""{"url": ...}""");
        }

        return !TryReadUrl(body.Url, context.Request, out var url)
            ? Problem.Of(StatusCodes.Status400BadRequest, "urlInvalid", $"url {SettingKinds.Url.Complaint}.")
            : Answer(await setup.RunAsync(instance, url, context.User.Actor(), cancellationToken));
    }

    private static async Task<IResult> TestAsync(string instance, ConnectionCheck check, ServarrClients clients, ServarrOptions servarr, CancellationToken cancellationToken) =>
        await check.RunAsync(instance, cancellationToken) is { } outcome
            ? Results.Json(ConnectionReport.Of(clients.Of(instance)!.Instance, outcome), SetupJson.Default.ConnectionReport)
            : Problem.Of(StatusCodes.Status404NotFound, "unknownInstance", KnownInstances.Unknown(instance, servarr));

    private static async Task<IResult> CheckAsync(HttpContext context, MappingCheck check, ServarrOptions servarr, CancellationToken cancellationToken)
    {
        if (await OptionalBody.ReadAsync(context.Request, SetupJson.Default.MappingCheckBody, cancellationToken) is not { } body)
        {
            return Malformed("""{"instance": ..., "mappings": [{"from": ..., "to": ...}], "roots": [...]}""");
        }

        if (body.HasCandidates && context.User.HeldRole()?.Includes(Role.Admin) is not true)
        {
            return Problem.Of(StatusCodes.Status403Forbidden, "roleMissing", "Mappings and roots that are not configured tell which folders there are here: they are tried with the role admin alone.");
        }

        if (MappingCandidates.Objection(body) is var (code, sentence))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, code, sentence);
        }

        var name = servarr.Instances.FirstOrDefault(instance => instance.Name.Equals(body.Instance, StringComparison.OrdinalIgnoreCase))?.Name;
        return body.Instance is { } unknown && name is null
            ? Problem.Of(StatusCodes.Status404NotFound, "unknownInstance", KnownInstances.Unknown(unknown, servarr))
            : Results.Json(
                new MappingReports(await check.With(name, body.Mappings, body.Roots).RunAsync(name, cancellationToken), [.. (body.Roots ?? []).Select(RootReport.Of)]),
                SetupJson.Default.MappingReports);
    }

    private static async Task<IResult> ProgressAsync(SetupProgress progress, CancellationToken cancellationToken) =>
        Results.Json(await progress.ReadAsync(cancellationToken), SetupJson.Default.SetupReport);

    private static IResult Answer(WebhookSetupOutcome outcome) => outcome switch
    {
        WebhookSetupOutcome.Connected connected => Results.Json(WebhookSetupView.Of(connected), SetupJson.Default.WebhookSetupView),
        WebhookSetupOutcome.Failed failed => Problem.Of(
            failed.Code switch
            {
                "unknownInstance" => StatusCodes.Status404NotFound,
                "setupRunning" => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status502BadGateway,
            },
            failed.Code,
            failed.Sentence),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    /// <summary>Without one, the address under which the caller found this program.</summary>
    private static bool TryReadUrl(string? text, HttpRequest request, [MaybeNullWhen(false)] out Uri url) =>
        SettingKinds.Url.TryRead(text ?? $"{request.Scheme}://{request.Host}{request.PathBase}", out url);

    private static IResult Malformed(string example) => Problem.Of(
        StatusCodes.Status400BadRequest, "bodyMalformed", $"The body is not {example}, which may be left out, and nothing else.");
}
