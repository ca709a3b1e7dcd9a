using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Primitives;

namespace ArrFunctions.Ops.Http;

/// <summary>Takes the client, scheme, host and path prefix from the headers of trusted proxies, walked from the right as long as each hop is trusted.</summary>
internal static class ForwardedClient
{
    public static void Use(IApplicationBuilder app, HttpOptions options)
    {
        // Without a known network the middleware would believe everybody.
        if (options.TrustedProxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in options.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(network);
            }

            app.Use(static (context, next) =>
            {
                DropWrongPrefix(context.Request.Headers);
                return next(context);
            });
            app.UseForwardedHeaders(forwarded);
        }

        app.Use((context, next) =>
        {
            // A proxy that tells its prefix may have left it in the path, as one does that Http:PathBase speaks of.
            var request = context.Request;
            var prefix = request.PathBase.HasValue ? request.PathBase : new(options.PathBase);
            if (prefix.HasValue && request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase, out var matched, out var rest))
            {
                (request.PathBase, request.Path) = (matched, rest);
            }

            return next(context);
        });
    }

    /// <summary>A prefix goes into redirects and the path of a cookie: <c>//evil.example.org</c> would lead elsewhere.</summary>
    private static void DropWrongPrefix(IHeaderDictionary headers)
    {
        var name = ForwardedHeadersDefaults.XForwardedPrefixHeaderName;
        string[] prefixes = [.. headers[name].OfType<string>().SelectMany(static value => value.Split(',', StringSplitOptions.TrimEntries)).Select(WithoutSlash)];
        headers[name] = Array.TrueForAll(prefixes, HttpSettings.IsPathBase) ? prefixes : default(StringValues);
    }

    private static string WithoutSlash(string prefix) => prefix.EndsWith('/') ? prefix[..^1] : prefix;
}
