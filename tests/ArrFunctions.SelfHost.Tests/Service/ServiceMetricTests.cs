using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using ArrFunctions.Tests.Ops.Metrics;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>The metrics of a running service, as Prometheus scrapes them and as a collector gets them.</summary>
public sealed class ServiceMetricTests
{
    private const string Canary = "canary0271canary";

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5", true)]
    [InlineData("text/plain;version=0.0.4", false)]
    public async Task Prometheus_reads_a_service_with_a_bearer_token(string accept, bool isOpen)
    {
        using var folder = new ServiceFolder();
        await using var service = await folder.StartAsync();
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler) { BaseAddress = service.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "wrong");
        using (var refused = await http.GetAsync("metrics", Cancellation))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        http.DefaultRequestHeaders.Authorization = new("Bearer", ServiceClient.InitialKey(folder.Data));
        using var answer = await http.GetAsync("metrics", Cancellation);
        var shown = Exposition.Read(await answer.Content.ReadAsStringAsync(Cancellation), isOpen);

        Assert.Equal(MediaTypeHeaderValue.Parse(isOpen ? "application/openmetrics-text; version=1.0.0; charset=utf-8" : "text/plain; version=0.0.4; charset=utf-8"), answer.Content.Headers.ContentType);
        Assert.Equal(1, shown.Value("arrfunctions_access_refused_total{}"));
        Assert.Equal(1, shown.Value("arrfunctions_http_requests_total{method=GET,endpoint=/metrics,status=401}"));
        Assert.True(shown.Value("arrfunctions_store_size_bytes{}") > 0);
        Assert.All(shown.Lines.Where(line => line.Name is "arrfunctions_collector_error"), line => Assert.Equal(0, line.Value));
    }

    [Fact]
    public async Task A_collector_gets_what_is_counted_and_what_is_looked_up_under_the_prefix_and_with_labels()
    {
        using var folder = new ServiceFolder();
        await using var collector = await FakeCollector.StartAsync();
        await using var service = await folder.StartAsync(
            ("Otlp__Endpoint", collector.Url), ("Otlp__Headers", $"authorization={Canary}"), ("Metrics__Prefix", "arrtheaudio"));
        using var client = ServiceClient.Of(service, folder.Data);
        await client.GetAsync("api/jobs");
        Assert.Equal(0, await service.StopAsync());

        var sent = collector.Metrics.ToDictionary(metric => metric.Name, metric => metric.Points, StringComparer.Ordinal);
        Assert.All(sent.Keys, name => Assert.True(name.StartsWith("arrtheaudio_", StringComparison.Ordinal) || name.StartsWith("process_", StringComparison.Ordinal), name));
        Assert.Contains(sent["arrtheaudio_http_requests_total"], point => (point["method"], point["endpoint"], point["status"]) == ("GET", "/api/jobs", "200"));
        Assert.Contains(sent["arrtheaudio_http_request_duration_seconds"], point => point["endpoint"] == "/api/jobs");
        Assert.Contains(sent["arrtheaudio_lane_workers"], point => point["lane"] == "webhook");
        Assert.Single(sent["arrtheaudio_queue_size"]);
        Assert.All(collector.Authorizations, header => Assert.Equal(Canary, header));
        Assert.DoesNotContain(Canary, $"{service.Output}{collector.Text}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_collector_that_hangs_or_is_not_there_costs_neither_the_log_nor_the_stop(bool hangs)
    {
        using var folder = new ServiceFolder();
        await using var collector = await FakeCollector.StartAsync(hangs: true);
        await using var service = await folder.StartAsync(("Otlp__Endpoint", hangs ? collector.Url : "http://127.0.0.1:1"), ("Otlp__Headers", $"authorization={Canary}"));
        using var client = ServiceClient.Of(service, folder.Data);
        await client.GetAsync("api/jobs");
        var began = Stopwatch.GetTimestamp();
        Assert.Equal(0, await service.StopAsync());

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, LongestStop);
        Assert.Equal(hangs, collector.Count > 0);
        Assert.DoesNotContain("OpenTelemetry", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, service.Output, StringComparison.Ordinal);
        Assert.InRange(service.Output.Split('\n').Length, 1, 60);
    }
}
