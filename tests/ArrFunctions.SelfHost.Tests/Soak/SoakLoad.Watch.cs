using System.Globalization;
using System.Text;

namespace ArrFunctions.SelfHost.Tests.Soak;

internal sealed partial class SoakLoad
{
    private const string OpenMetrics = "application/openmetrics-text; version=1.0.0";

    private readonly List<long> heaps = [];
    private int heard;

    /// <summary>How many events came to the streams.</summary>
    public int Heard => heard;

    /// <summary>The least that scrapes of a quarter of the run told of the heap after a collection, in bytes.</summary>
    public double LeastHeap(int quarter) => heaps.Skip(heaps.Count * quarter / 4).Take(Math.Max(1, heaps.Count / 4)).Min();

    /// <summary>As Prometheus does, in turns in each of its formats.</summary>
    private async Task ScrapeAsync(int turn)
    {
        var isOpen = turn % 2 == 1;
        var text = Encoding.UTF8.GetString(await calls.ReadAsync(isOpen ? "GET /metrics, OpenMetrics" : "GET /metrics, text", "metrics", [200], accept: isOpen ? OpenMetrics : null));
        if (text.EndsWith("# EOF\n", StringComparison.Ordinal) != isOpen)
        {
            calls.Complain($"A scrape ended with {text[^Math.Min(80, text.Length)..]}");
        }

        foreach (var line in text.Split('\n'))
        {
            if (line.Contains("collector_error{", StringComparison.Ordinal) && !line.EndsWith(" 0", StringComparison.Ordinal))
            {
                calls.Complain(line);
            }
            else if (line.StartsWith("arrfunctions_gc_heap_bytes ", StringComparison.Ordinal))
            {
                heaps.Add((long)double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>As a probe and as a start page do.</summary>
    private async Task WatchAsync(int turn)
    {
        await calls.AskAsync("GET /health/ready, without a key", "health/ready", [200], with: "");
        await calls.AskAsync("GET /health/ready", "health/ready", [200]);
        await calls.AskAsync("GET /api/stats", "api/stats", [200]);
        await calls.AskAsync("GET /api/v1/widget", "api/v1/widget", [200]);
    }

    /// <summary>A live setting, back and forth.</summary>
    private async Task ConfigureAsync(int turn)
    {
        var change = await calls.AskAsync("PUT /api/config", "api/config", [200], turn % 2 == 0 ? """{"Audio:SkipTag":"soak"}""" : """{"Audio:SkipTag":null}""");
        if (Text(change.GetProperty("settings")[0], "effect") is not "live")
        {
            calls.Complain($"A live setting was taken as {change}");
        }
    }

    private Task LevelAsync(int turn) => calls.AskAsync(
        "PUT /api/logs/levels", "api/logs/levels", [200], turn % 2 == 0 ? """{"levels":{"ArrFunctions.Jobs":"debug"},"for":"1m"}""" : """{"levels":{"ArrFunctions.Jobs":null}}""");

    /// <summary>A page that is opened anew again and again.</summary>
    private async Task FollowAsync(TimeSpan time)
    {
        using var stream = new SoakStream(calls);
        while (!stopping.IsCancellationRequested)
        {
            await stream.FollowAsync(time, stopping);
        }

        Interlocked.Add(ref heard, stream.Heard);
    }
}
