using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The calls of the replaced exporter: after the lists, one for the file of each movie, and one for the file of each episode.</summary>
internal sealed class ReplacedExport(FakeServarr server) : IDisposable
{
    private const int AtOnce = 20;

    private readonly HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce })
    {
        BaseAddress = new(server.Url, "api/v3/"),
        DefaultRequestHeaders = { { "X-Api-Key", server.ApiKey } },
    };

    private int calls;

    /// <summary>Of all movies of a Radarr.</summary>
    public Task<ReplacedExportRun> MoviesAsync(CancellationToken cancellationToken) => MeasureAsync(async () =>
    {
        var files = Ids(await GetAsync("movie", cancellationToken), "movieFileId");
        return await FilesAsync("moviefile", files, cancellationToken);
    }, cancellationToken);

    /// <summary>Of all series of a Sonarr; a file is asked for once for each episode that it holds.</summary>
    public Task<ReplacedExportRun> SeriesAsync(CancellationToken cancellationToken) => MeasureAsync(async () =>
    {
        var files = new ConcurrentBag<int>();
        await ForEachAsync(Ids(await GetAsync("series", cancellationToken), "id"), async series =>
        {
            foreach (var file in Ids(await GetAsync($"episode?seriesId={Text(series)}", cancellationToken), "episodeFileId"))
            {
                files.Add(file);
            }
        }, cancellationToken);
        return await FilesAsync("episodefile", files, cancellationToken);
    }, cancellationToken);

    public void Dispose() => client.Dispose();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without those that are 0: there is no file.</summary>
    private static List<int> Ids(JsonElement items, string member) =>
        [.. items.EnumerateArray().Select(item => item.GetProperty(member).GetInt32()).Where(id => id > 0)];

    private static Task ForEachAsync(IEnumerable<int> ids, Func<int, Task> body, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (id, _) => await body(id));

    private async Task<ReplacedExportRun> MeasureAsync(Func<Task<int>> export, CancellationToken cancellationToken)
    {
        calls = 0;
        var started = Stopwatch.GetTimestamp();
        await GetAsync("qualityprofile", cancellationToken);
        var files = await export();
        return new(calls, files, Stopwatch.GetElapsedTime(started));
    }

    /// <returns>How many files were told.</returns>
    private async Task<int> FilesAsync(string route, IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        var files = new ConcurrentDictionary<int, int>();
        await ForEachAsync(
            ids,
            async id => files[id] = (await GetAsync($"{route}/{Text(id)}", cancellationToken)).GetProperty("customFormatScore").GetInt32(),
            cancellationToken);
        return files.Count;
    }

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref calls);
        await using var body = await client.GetStreamAsync(path, cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return json.RootElement.Clone();
    }
}

/// <summary>What an export of the replaced tool took.</summary>
internal sealed record ReplacedExportRun(int Calls, int Files, TimeSpan Elapsed);
