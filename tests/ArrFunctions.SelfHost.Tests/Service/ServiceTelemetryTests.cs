using System.Net;
using System.Text;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Ops.Correlation;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>An import through a running service, as its log, its events and its traces tell it.</summary>
public sealed class ServiceTelemetryTests
{
    private const string Id = "import:from.radarr-1";
    private const string Canary = "canary0193canary";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_id_and_one_chain_of_spans_lead_from_the_webhook_to_the_file_and_tell_no_secret()
    {
        using var folder = new ServiceFolder();
        await using var collector = await FakeCollector.StartAsync();
        await using var radarr = await FakeRadarr.StartAsync(new() { Folder = Path.Combine(folder.Media, "movies"), RootFolder = "/movies" }, Cancellation);
        var film = folder.Film("movies/Traced (2019)/film.mkv");
        var movie = radarr.AddMovie("Traced", 2019, ServarrLanguage.Japanese);
        var file = radarr.Add(movie, ServiceHouse.Import());
        var log = Path.Combine(folder.Data, "logs", "arr.log");
        string console;
        string jobId;
        await using (var service = await folder.StartAsync(
            ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey),
            ("Servarr__PathMappings__0__From", "/movies"), ("Servarr__PathMappings__0__To", Path.Combine(folder.Media, "movies")),
            ("Logs__Format", "json"), ("Logs__Level", "trace"), ("Logs__File__Path", log),
            ("Otlp__Endpoint", collector.Url), ("Otlp__Headers", $"authorization={Canary}")))
        {
            using var client = ServiceClient.Of(service, folder.Data);
            jobId = await AnnounceAsync(client, file, movie);
            var job = await client.JobAsync(jobId, job => job.GetProperty("status").GetString() is "succeeded" or "failed");
            Assert.Equal(("succeeded", Id), (job.GetProperty("status").GetString(), job.GetProperty("correlationId").GetString()));
            Assert.Equal(Id, Assert.Single(await client.EventsAsync("job.succeeded", 1)).GetProperty("correlationId").GetString());
            Assert.Equal(0, await service.StopAsync());
            console = service.Output;
        }

        film.AssertIsRight();
        var lines = (await File.ReadAllLinesAsync(log, Cancellation)).Select(line => JsonElement.Parse(line)).ToList();
        var categories = lines.Where(line => line.TryGetProperty("correlationId", out var id) && id.GetString() == Id).Select(line => line.GetProperty("category").GetString()).ToHashSet();
        Assert.All((string[])["ArrFunctions.Webhooks.WebhookIntake", "ArrFunctions.Jobs.WorkRunner", "ArrFunctions.Audio.AudioFix"], category => Assert.Contains(category, categories));
        var finished = lines.Last(line => line.GetProperty("category").GetString() == "ArrFunctions.Jobs.WorkRunner" && line.GetProperty("eventName").GetString() == "Finished");
        Assert.Equal(("radarr", jobId), (finished.GetProperty("scope").GetProperty("instance").GetString(), finished.GetProperty("scope").GetProperty("jobId").GetString()));
        Assert.Contains("\"eventName\":\"Finished\"", console, StringComparison.Ordinal);
        Assert.All(console.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(JsonValueKind.Object, JsonElement.Parse(line).ValueKind));

        var spans = collector.Spans;
        var request = Assert.Single(spans, span => span.Tags.GetValueOrDefault("http.route") == "/api/webhook/{service}/{instance?}");
        var work = Assert.Single(spans, span => span.Name == "job audio");
        Assert.Equal(Id, request.Tags["arrfunctions.correlation_id"]);
        Assert.Equal("00f067aa0ba902b7", request.ParentId);
        Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", request.TraceId);
        Assert.Equal([request.SpanId], work.LinkedSpans);
        Assert.NotEqual(request.TraceId, work.TraceId);
        Assert.Contains(spans, span => span.Name == "audio fix" && span.TraceId == work.TraceId && span.ParentId == work.SpanId);
        Assert.Contains(spans, span => span.Name == "GET radarr" && span.Tags["url.path"] == $"movie/{movie.Id}" && span.TraceId == work.TraceId);
        Assert.All(collector.Authorizations, sent => Assert.Equal(Canary, sent));

        var key = ServiceClient.InitialKey(folder.Data);
        var told = $"{console}\n{await File.ReadAllTextAsync(log, Cancellation)}\n{collector.Text}";
        Assert.All((string[])[key, radarr.ApiKey, Canary, "stolen"], secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    private static async Task<string> AnnounceAsync(ServiceClient client, LibraryFile file, Movie movie)
    {
        var body = $$$"""{"eventType":"Download","downloadId":"1","movie":{"id":{{{movie.Id}}}},"movieFile":{"id":{{{file.Id}}},"path":"{{{file.Path}}}","size":{{{file.Size}}}}}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/webhook/radarr?password=stolen");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add(CorrelationId.Header, Id);
        request.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");
        request.Headers.Add("tracestate", "vendor=stolen");
        request.Headers.Add("baggage", "secret=stolen");
        var (status, answer) = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, status);
        return answer.GetProperty("jobIds")[0].GetString()!;
    }
}
