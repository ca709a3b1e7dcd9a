using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>Tells requests that a browser sends for pages of this program from those that it sends for other pages.</summary>
internal static class SameOrigin
{
    public const string Refusal =
        "This request came from a page of another origin, and the cookie of a session counts for pages of this program alone. Send a key in a header instead. "
        + "Where this is a page of this program, behind a reverse proxy, name the proxy in Http:TrustedProxies and have it tell X-Forwarded-Host and X-Forwarded-Proto.";

    /// <summary>
    /// By Sec-Fetch-Site, which no page can forge; browsers send it over HTTPS and to this machine. Without it the Origin of a request that changes something decides, and a
    /// sender without both is no browser of these years, or only reads.
    /// </summary>
    public static bool IsBroken(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => false,
        "" => !IsReading(request.Method) && request.Headers.Origin.ToString() is not "" and var origin && !IsOwn(request, origin),
        _ => true,
    };

    public static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>By scheme, host and port as the browser used them, which trusted proxies tell.</summary>
    private static bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var asked) && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
        && Uri.Compare(asked, own, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) is 0;
}
