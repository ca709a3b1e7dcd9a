using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ArrFunctions.FunctionApp.Orchestrations;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ArrFunctions.FunctionApp;

/// <summary>Hands requests for batches to the routes of the product. <c>GET api/batch/{id}?durable=true</c> also gets the addresses of Durable's own interface, as <c>durable</c>.</summary>
/// <remarks>Those addresses carry a key of the Functions host which opens every orchestration, so they are for admins alone.</remarks>
internal sealed class BatchForwarder(HttpForwarder forwarder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public async Task ForwardAsync(HttpContext context, DurableTaskClient client)
    {
        if (BatchOf(context.Request) is not { } batchId)
        {
            await forwarder.ForwardAsync(context);
        }
        else if (await context.AuthenticateAsync() is { Succeeded: true } caller && caller.Principal.HeldRole() is not Role.Admin)
        {
            await context.ForbidAsync();
        }
        else
        {
            await ForwardWithLinksAsync(context, batchId, client);
        }
    }

    /// <summary>Null where no links are asked for.</summary>
    private static string? BatchOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && string.Equals(request.Query["durable"], "true", StringComparison.OrdinalIgnoreCase)
        && request.Path.Value?.Trim('/').Split('/') is [_, _, var id] && JobId.IsId(id) ? id : null;

    private async Task ForwardWithLinksAsync(HttpContext context, string batchId, DurableTaskClient client)
    {
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await forwarder.ForwardAsync(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        var written = answer.ToArray();
        if (context.Response.StatusCode == StatusCodes.Status200OK)
        {
            written = WithLinks(written, batchId, client);
            context.Response.Headers.CacheControl = "no-store";
        }

        context.Response.ContentLength = written.Length;
        await body.WriteAsync(written, context.RequestAborted);
    }

    private static byte[] WithLinks(byte[] answer, string batchId, DurableTaskClient client)
    {
        var batch = JsonNode.Parse(answer)!.AsObject();
        var instance = BatchInstances.Of(batchId, batch["attempt"]?.GetValue<int>() ?? 1);
        batch["durable"] = JsonSerializer.SerializeToNode(client.CreateHttpManagementPayload(instance), Json);
        return JsonSerializer.SerializeToUtf8Bytes(batch, Json);
    }
}
