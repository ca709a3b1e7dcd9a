using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Metrics;

/// <summary>Counts and times requests, by their route and never by their path.</summary>
internal sealed class HttpMetrics(ProductMeter meter, TimeProvider clock)
{
    public static readonly MetricFamily Requests = new(
        "http_requests_total", MetricKind.Counter, "HTTP requests, by route template.", "method", "endpoint", "status") { Most = 1000 };

    public static readonly MetricFamily Durations = new(
        "http_request_duration_seconds", MetricKind.Histogram, "How long HTTP requests took.", "method", "endpoint")
    {
        Unit = "seconds", Most = 300, Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    /// <summary>The sender did not wait for the answer.</summary>
    private const int Left = 499;

    private const string Unmatched = "unmatched";

    private static readonly string[] Statuses = [.. Enumerable.Range(0, 600).Select(static status => status.ToString(CultureInfo.InvariantCulture))];

    private readonly Counter<long> requests = meter.Counter(Requests);
    private readonly Histogram<double> durations = meter.Histogram(Durations);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var started = clock.GetTimestamp();
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            Count(context, context.RequestAborted.IsCancellationRequested ? Left : status, clock.GetElapsedTime(started).TotalSeconds);
        }
    }

    private void Count(HttpContext context, int status, double seconds)
    {
        // A fault takes the endpoint off the request, and keeps it here.
        var route = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var endpoint = (route as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched;
        var tags = new TagList { { "method", MethodOf(context.Request.Method) }, { "endpoint", endpoint } };
        durations.Record(seconds, in tags);
        tags.Add("status", status is >= 100 and < 600 ? Statuses[status] : Statuses[0]);
        requests.Add(1, in tags);
    }

    /// <summary>Anybody may make up a method.</summary>
    private static string MethodOf(string method) =>
        HttpMethods.IsGet(method) ? HttpMethods.Get
        : HttpMethods.IsPost(method) ? HttpMethods.Post
        : HttpMethods.IsPut(method) ? HttpMethods.Put
        : HttpMethods.IsDelete(method) ? HttpMethods.Delete
        : HttpMethods.IsHead(method) ? HttpMethods.Head
        : HttpMethods.IsOptions(method) ? HttpMethods.Options
        : HttpMethods.IsPatch(method) ? HttpMethods.Patch
        : "other";
}
