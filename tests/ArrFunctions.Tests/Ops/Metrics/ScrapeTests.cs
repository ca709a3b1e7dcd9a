using System.Net;
using System.Net.Http.Headers;
using ArrFunctions.Tests.Http;

namespace ArrFunctions.Tests.Ops.Metrics;

/// <summary><c>GET /metrics</c> of a whole product.</summary>
public sealed class ScrapeTests : IAsyncLifetime
{
    private FilledHouse house = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await FilledHouse.StartAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Everything_keeps_to_the_text_format()
    {
        var shown = Exposition.Read(await ScrapeAsync(house.Bench, "*/*"), isOpen: false);

        Assert.Equal(1, shown.Value("arrfunctions_files_processed_total{status=waiting,container_type=mp4}"));
        Assert.Equal(1, shown.Value("arrfunctions_files_processed_total{status=skipped,container_type=mkv}"));
        Assert.Equal(1, shown.Value("arrfunctions_jobs_total{status=skipped}"));
        Assert.Equal((1, 0), (shown.Value("arrfunctions_queue_size{}"), shown.Value("arrfunctions_jobs_active{}")));
        Assert.Equal(1, shown.Value("arrfunctions_audio_waiting_files{reason=notVisible}"));
        Assert.Equal(1, shown.Value("arrfunctions_http_requests_total{method=POST,endpoint=/api/schedules/{name}/run,status=200}"));
        Assert.Equal(0, shown.Value($"arrfunctions_indexer_up{{instance=prowlarr,indexer={FilledHouse.Hostile}}}"));
        Assert.Equal(3, shown.Value("arrfunctions_custom_format_score_count{instance=films,profile=HD \"best\"}"));
        Assert.Equal(1, shown.Value("arrfunctions_metric_overflow_total{metric=errors_total}"));
        Assert.All(shown.Metrics.Keys, name => Assert.True(name.StartsWith("arrfunctions_", StringComparison.Ordinal) || name.StartsWith("process_", StringComparison.Ordinal), name));
        Assert.All(shown.Lines.Where(line => line.Name is "arrfunctions_collector_error"), line => Assert.Equal(0, line.Value));
        Assert.DoesNotContain("secret", await ScrapeAsync(house.Bench, "*/*"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_keeps_to_OpenMetrics()
    {
        var shown = Exposition.Read(await ScrapeAsync(house.Bench, "application/openmetrics-text; version=1.0.0"), isOpen: true);
        var plain = Exposition.Read(await ScrapeAsync(house.Bench, "text/plain"), isOpen: false);

        Assert.Equal("info", shown.Metrics["arrfunctions_version"].Type);
        Assert.Equal("gaugehistogram", shown.Metrics["arrfunctions_custom_format_score"].Type);
        var series = shown.Lines.Select(line => line.ToString()).Where(line => !line.Contains("_gcount", StringComparison.Ordinal) && !line.Contains("_gsum", StringComparison.Ordinal));
        Assert.Subset(plain.Lines.Select(line => line.ToString()).ToHashSet(StringComparer.Ordinal), series.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_eleven_names_of_ArrTheAudio_are_there_under_its_prefix()
    {
        await using var bench = await HttpBench.StartAsync(with: options => options with { Metrics = new() { Prefix = "arrtheaudio" } });
        await bench.GetAsync("jobs");
        var names = Names("arrtheaudio", await ScrapeAsync(bench, "*/*")).Union(Names("arrfunctions", await ScrapeAsync(house.Bench, "*/*")), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var text = await ScrapeAsync(bench, "*/*");

        Assert.Subset(names, new HashSet<string>(StringComparer.Ordinal)
        {
            "http_requests_total", "http_request_duration_seconds", "files_processed_total", "file_processing_duration_seconds", "jobs_total", "jobs_active",
            "queue_size", "tmdb_api_requests_total", "tmdb_cache_hits_total", "errors_total", "version_info",
        });
        Assert.DoesNotContain("arrfunctions_", text, StringComparison.Ordinal);
        Assert.Contains("arrtheaudio_version_info{version=\"", text, StringComparison.Ordinal);
        Assert.Contains("python_version=\"\",runtime=\".NET ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_no_route_and_a_method_that_is_none_make_no_labels_of_their_own()
    {
        using var client = house.Bench.Client();
        using var request = new HttpRequestMessage(new("BREW"), "/api/secret/42");
        using var answer = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);

        var text = await ScrapeAsync(house.Bench, "*/*");

        Assert.Equal(1, Exposition.Read(text, isOpen: false).Value("arrfunctions_http_requests_total{method=other,endpoint=unmatched,status=404}"));
        Assert.DoesNotContain("BREW", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/api/secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scraper_sends_its_key_as_a_bearer_token()
    {
        using var client = house.Bench.Client();
        var key = client.DefaultRequestHeaders.GetValues("X-Api-Key").Single();
        client.DefaultRequestHeaders.Remove("X-Api-Key");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key[..^1] + (key[^1] is 'a' ? 'b' : 'a'));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
    }

    [Fact]
    public async Task Two_hosts_in_one_process_do_not_mix()
    {
        await using var other = await HttpBench.StartAsync();
        await other.GetAsync("caches");

        Assert.Contains("endpoint=\"/api/caches\"", await ScrapeAsync(other, "*/*"), StringComparison.Ordinal);
        Assert.DoesNotContain("endpoint=\"/api/caches\"", await ScrapeAsync(house.Bench, "*/*"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_measured_where_the_settings_say_so()
    {
        await using var bench = await HttpBench.StartAsync(with: options => options with { Metrics = new() { IsEnabled = false } });
        using var client = bench.Client();

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client));
    }

    [Fact]
    public async Task The_statistics_are_those_of_what_happened()
    {
        var stats = await house.Bench.GetAsync("stats");

        Assert.Equal((1, 1, 1), (Number(stats, "operations", "lifetime", "total"), Number(stats, "operations", "now", "queued"), Number(stats, "operations", "now", "waiting")));
        Assert.Equal(1, stats.GetProperty("operations").GetProperty("today").GetProperty("successRate").GetDouble());
        Assert.Equal((2, 1, 1), (Number(stats, "audio", "sinceStart", "total"), Number(stats, "audio", "sinceStart", "waiting"), Number(stats, "audio", "sinceStart", "skipped")));
        Assert.Equal(3, Number(stats, "exports", "last", "films", "files"));
        Assert.Equal((1, 0, 1), (Number(stats, "indexers", "now", "total"), Number(stats, "indexers", "now", "working"), Number(stats, "indexers", "now", "failing")));
        house.Bench.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(180, (await house.Bench.GetAsync("stats")).GetProperty("uptimeSeconds").GetInt32());
    }

    /// <summary>With the header as it is written, and the type of the answer checked.</summary>
    internal static async Task<string> ScrapeAsync(HttpBench bench, string accept)
    {
        using var client = bench.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            accept.Contains("openmetrics", StringComparison.Ordinal) ? "application/openmetrics-text; version=1.0.0; charset=utf-8" : "text/plain; version=0.0.4; charset=utf-8",
            answer.Content.Headers.ContentType?.ToString());
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        return answer.StatusCode;
    }

    private static IEnumerable<string> Names(string prefix, string text) =>
        Exposition.Read(text, isOpen: false).Metrics.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[(prefix.Length + 1)..]);

    private static int Number(System.Text.Json.JsonElement json, params string[] way) => way.Aggregate(json, (at, name) => at.GetProperty(name)).GetInt32();
}
