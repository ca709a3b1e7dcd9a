using System.Diagnostics;

namespace ArrFunctions.Ops.Telemetry;

/// <summary>A span for each request that is sent; it knows neither its query, nor its headers, nor its body.</summary>
/// <param name="peer">Who is asked.</param>
internal sealed class CallSpans(string peer) : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<string> Path = new("ArrFunctions.Path");

    /// <summary>Says where the request goes, below the URL that is configured; that one may be somebody's secret.</summary>
    public static void Name(HttpRequestMessage request, string path) => request.Options.Set(Path, path.Split('?')[0]);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var span = Spans.Begin($"{request.Method} {peer}", ActivityKind.Client);
        span?.SetTag("peer.service", peer).SetTag("http.request.method", request.Method.Method);
        if (span is not null && request.Options.TryGetValue(Path, out var path))
        {
            span.SetTag("url.path", path);
        }

        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            span?.SetTag("http.response.status_code", (int)response.StatusCode);
            if (!response.IsSuccessStatusCode)
            {
                span?.SetStatus(ActivityStatusCode.Error);
            }

            return response;
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            throw;
        }
    }
}
