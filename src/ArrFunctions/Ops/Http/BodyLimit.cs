using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ArrFunctions.Ops.Http;

/// <summary>How much of a body the server hands on; what is over it is answered with 413.</summary>
/// <param name="Most">In bytes; null: the route itself has a limit and keeps it.</param>
internal sealed record BodyLimit(long? Most)
{
    /// <summary>Of a route that says nothing about it.</summary>
    private static readonly BodyLimit Usual = new(1024 * 1024);

    public static BodyLimit Own { get; } = new(Most: null);

    /// <summary>Behind routing, and before anything that reads a body.</summary>
    public static void Use(IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = (context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>() ?? Usual).Most;
        }

        return next(context);
    });
}
