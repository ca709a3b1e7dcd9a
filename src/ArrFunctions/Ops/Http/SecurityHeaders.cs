using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Http;

/// <summary>What every answer tells browsers, errors too. A route that sets one of these itself has its way.</summary>
internal static class SecurityHeaders
{
    public const string NothingAllowed = "default-src 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Frame-Options", "DENY"),
        ("Content-Security-Policy", NothingAllowed),
        ("Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cache-Control", "no-store"),
    ];

    public static void Use(IApplicationBuilder app, HttpOptions options) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var (response, hsts) = ((HttpResponse, bool))state;
            foreach (var (name, value) in Always)
            {
                response.Headers.TryAdd(name, value);
            }

            if (hsts && response.HttpContext.Request.IsHttps)
            {
                response.Headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
            }

            return Task.CompletedTask;
        }, (context.Response, options.Hsts));
        return next(context);
    });
}
