using System.Globalization;
using ArrFunctions.Jobs;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.Report;
using ArrFunctions.Ops.Http;
using ArrFunctions.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ArrFunctions.Library.Exports;

/// <summary><c>GET library/exports/{id}/artifacts/{name}</c>: a file of an export, as it is read from the store.</summary>
internal static class ArtifactEndpoint
{
    public static async Task<IResult> OpenAsync(string id, string name, IArtifactStore artifacts, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!JobId.IsId(id) || ArtifactCatalogue.Find(name) is not { } artifact
            || (await artifacts.ListAsync(id, cancellationToken)).FirstOrDefault(stored => stored.Name == name) is not { } stored
            || await artifacts.OpenAsync(id, name, cancellationToken) is not { } content)
        {
            return Problem.Of(
                StatusCodes.Status404NotFound, "noSuchArtifact", $"The export '{id}' has no artifact '{name}', or has it no more. GET library/exports/{id} lists those that it has.");
        }

        var isPage = artifact == HtmlReport.Artifact;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue(isPage ? "inline" : "attachment") { FileName = name }.ToString();
        response.Headers.ContentSecurityPolicy = isPage ? $"{ReportAssets.ContentSecurityPolicy}; frame-ancestors 'none'" : "default-src 'none'; frame-ancestors 'none'";
        return Results.Stream(
            content, artifact.MediaType, lastModified: stored.Written, entityTag: new(string.Create(CultureInfo.InvariantCulture, $"\"{stored.Written.UtcTicks:x}-{stored.Size:x}\"")));
    }
}
