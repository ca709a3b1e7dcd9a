using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

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

            app.UseForwardedHeaders(forwarded);
        }

        if (options.PathBase is { } prefix)
        {
            app.UsePathBase(prefix);
        }

        app.Use(static (context, next) =>
        {
            // A proxy that tells its prefix may have left it in the path.
            if (context.Request.PathBase is { HasValue: true } pathBase && context.Request.Path.StartsWithSegments(pathBase, StringComparison.OrdinalIgnoreCase, out var rest))
            {
                context.Request.Path = rest.HasValue ? rest : "/";
            }

            return next(context);
        });
    }
}
