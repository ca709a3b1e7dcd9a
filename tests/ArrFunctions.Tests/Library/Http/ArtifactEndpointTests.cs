using System.Net;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.Report;
using ArrFunctions.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Library.Http;

/// <summary>The files of an export over HTTP.</summary>
public sealed class ArtifactEndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_artifact_comes_as_it_is_kept_and_as_what_it_is()
    {
        await using var bench = await ExportBench.StartAsync();
        var id = await bench.ExportAsync("radarr");
        using var client = bench.Http.Client();
        foreach (var stored in await bench.Http.Services.GetRequiredService<IArtifactStore>().ListAsync(id, Cancellation))
        {
            using var answer = await GetAsync(client, id, stored.Name);
            var body = await answer.Content.ReadAsByteArrayAsync(Cancellation);
            Assert.Equal(stored.Size, body.LongLength);
            Assert.Equal(ArtifactCatalogue.Find(stored.Name)!.MediaType, answer.Content.Headers.ContentType?.ToString());
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal((stored.Name is "report.html" ? "inline" : "attachment", stored.Name), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        }
    }

    [Fact]
    public async Task The_report_is_under_its_policy_and_in_no_frame()
    {
        await using var bench = await ExportBench.StartAsync();
        var id = await bench.ExportAsync("sonarr");
        using var client = bench.Http.Client();

        using var answer = await GetAsync(client, id, "report.html");

        Assert.Equal([$"{ReportAssets.ContentSecurityPolicy}; frame-ancestors 'none'"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("<!DOCTYPE html>", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_a_caller_has_already_is_not_sent_again()
    {
        await using var bench = await ExportBench.StartAsync();
        var id = await bench.ExportAsync("sonarr");
        using var client = bench.Http.Client();
        using var first = await GetAsync(client, id, "scores.csv");
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await GetAsync(client, id, "scores.csv");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.NotNull(first.Content.Headers.LastModified);
    }

    [Theory]
    [InlineData("legacy-scores.csv")]
    [InlineData("nothing.csv")]
    [InlineData("..%2F..%2Fstate.db")]
    [InlineData("REPORT.HTML")]
    public async Task What_an_export_has_not_made_is_not_found(string name)
    {
        await using var bench = await ExportBench.StartAsync();
        var id = await bench.ExportAsync("sonarr");
        using var client = bench.Http.Client();

        using var answer = await GetAsync(client, id, name);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string id, string name) =>
        client.GetAsync(new Uri($"api/library/exports/{id}/artifacts/{name}", UriKind.Relative), Cancellation);
}
