using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace ArrFunctions.Ops.Http;

/// <summary>What is compressed, over HTTPS too: data and reports, by no means an answer that <see cref="HoldsSecret"/>. Event streams are of another type.</summary>
internal sealed class CompressionRules(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public static readonly string[] Types =
    [
        "application/json", "application/problem+json", "application/x-ndjson", "application/openmetrics-text", "text/plain", "text/csv", "text/html", "text/css",
        "text/javascript", "image/svg+xml", "application/manifest+json",
    ];

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<HoldsSecret>() is null && base.ShouldCompressResponse(context);
}
