using System.Diagnostics;
using ArrFunctions.Ops.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Correlation;

/// <summary>Each request has an id, the caller's if it can be taken over, and a span; every answer tells the id.</summary>
internal sealed class RequestCorrelation(RequestDelegate next)
{
    private static readonly Func<object, Task> TellId = static state =>
    {
        var (response, id) = ((HttpResponse, string))state;
        response.Headers[CorrelationId.Header] = id;
        return Task.CompletedTask;
    };

    public async Task InvokeAsync(HttpContext context)
    {
        var sent = context.Request.Headers[CorrelationId.Header].ToString();
        var id = CorrelationId.IsValid(sent) ? sent : CorrelationId.New();
        using var correlation = CorrelationId.Begin(id);

        // At the last moment: who answers a fault clears the headers first.
        context.Response.OnStarting(TellId, (context.Response, id));
        using var span = Spans.BeginRequest("HTTP", context.Request.Headers.TraceParent);
        try
        {
            await next(context);
        }
        finally
        {
            Describe(span, context, id);
        }
    }

    /// <summary>The route as it was declared: what stands in its places, and in the query, is left out.</summary>
    private static void Describe(Activity? span, HttpContext context, string id)
    {
        if (span is null)
        {
            return;
        }

        var method = MethodOf(context.Request.Method);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method)
            .SetTag("http.route", route)
            .SetTag("http.response.status_code", context.Response.StatusCode)
            .SetTag("arrfunctions.correlation_id", id);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static string MethodOf(string method) =>
        method is "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" ? method : "_OTHER";
}
