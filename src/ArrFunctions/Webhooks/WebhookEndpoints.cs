using ArrFunctions.Jobs;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using ArrFunctions.Servarr;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Webhooks;

/// <summary>The routes of the webhook receiver, relative to <c>/api</c>.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("webhook/{service}/{instance?}", [HttpMethods.Post, HttpMethods.Put], ReceiveAsync).Requires(Role.Webhook).WithMetadata(BodyLimit.Own).Describe(WebhookOperations.Receive);
        routes.MapGet("webhook/{webhookId}", FindAsync).Requires(Role.Read).Describe(WebhookOperations.Find);
    }

    private static async Task<IResult> ReceiveAsync(
        string service, string? instance, HttpContext context, WebhookOptions options, WebhookIntake intake, ServarrOptions servarr, CancellationToken cancellationToken) =>
        ServiceOf(service) is not { } known
            ? Problem.Of(404, "unknownService", $"There is no service {Quoted.Of(service)}: post to webhook/sonarr, webhook/radarr or webhook/prowlarr.")
            : await WebhookBody.ReadAsync(context.Request.Body, options.MaxBody, cancellationToken) switch
            {
                WebhookBody.Refused refused => Problem.Of(refused.Status, refused.Code, refused.Sentence),

                WebhookBody.Event { Payload.ApplicationUrl: var sender } when context.User.BoundInstance() is { } bound
                    && (InstanceChoice.Of(servarr.Instances, known, instance, sender) as InstanceChoice.Chosen)?.Name != bound => Foreign(bound),

                // The applications do not ask again: what was read is kept, also when the sender has hung up meanwhile.
                WebhookBody.Event { Payload: var payload } => Answer(await intake.AcceptAsync(
                    new(known, instance, payload, context.Items[WebhookSignature.Item] as string), CancellationToken.None)),
                var other => throw new InvalidOperationException($"Unknown body {other.GetType().Name}."),
            };

    private static IResult Foreign(string bound) => Problem.Of(
        403, "keyInstance", $"This key is bound to the instance {bound} and may post for no other. Post to its own route, or use the key of the instance that this is about.");

    private static async Task<IResult> FindAsync(string webhookId, WebhookStore store, JobLedger ledger, CancellationToken cancellationToken) =>
        JobId.IsId(webhookId) && await store.FindAsync(webhookId, cancellationToken) is { } record
            ? Results.Json(
                WebhookView.Of(record, await Task.WhenAll(record.JobIds.Select(id => ledger.FindAsync(id, cancellationToken)))),
                WebhookViewJson.Default.WebhookView)
            : Problem.Of(404, "unknownWebhook", $"There is no event {Quoted.Of(webhookId)}.");

    private static IResult Answer(WebhookReply reply) => reply switch
    {
        WebhookReply.Accepted accepted => Results.Json(accepted, WebhookViewJson.Default.Accepted, statusCode: 202),
        WebhookReply.Ignored ignored => Results.Json(ignored, WebhookViewJson.Default.Ignored),
        _ => throw new InvalidOperationException($"Unknown reply {reply.GetType().Name}."),
    };

    private static ServarrService? ServiceOf(string word) => word.ToUpperInvariant() switch
    {
        "SONARR" => ServarrService.Sonarr,
        "RADARR" => ServarrService.Radarr,
        "PROWLARR" => ServarrService.Prowlarr,
        _ => null,
    };
}
