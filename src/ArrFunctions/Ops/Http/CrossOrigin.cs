using Microsoft.AspNetCore.Builder;

namespace ArrFunctions.Ops.Http;

/// <summary>Lets pages of the origins that are named call this in a browser. Without cookies: the key is in a header, which a page has to know.</summary>
internal static class CrossOrigin
{
    private static readonly string[] Exposed = ["Location", "Retry-After", "X-Correlation-Id", "Content-Digest", "Content-Disposition"];

    public static void Use(IApplicationBuilder app, HttpOptions options)
    {
        if (options.CorsOrigins.Count > 0)
        {
            app.UseCors(policy => policy.WithOrigins([.. options.CorsOrigins]).AllowAnyMethod().AllowAnyHeader().WithExposedHeaders(Exposed).SetPreflightMaxAge(TimeSpan.FromHours(1)));
        }
    }
}
