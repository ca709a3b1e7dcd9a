using System.Net.Http.Json;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>Has the service export all instances, and waits for the end.</summary>
internal sealed class ExportLoad(ServiceProgram service, FakeRadarr radarr, FakeSonarr sonarr, string dataFolder) : IDisposable
{
    private readonly HttpClient client = service.CreateClient(2);

    public async Task<ExportLoadRun> RunAsync(CancellationToken cancellationToken)
    {
        radarr.Requests.Clear();
        sonarr.Requests.Clear();
        using var started = await client.PostAsync("api/schedules/library-export/run", content: null, cancellationToken);
        started.EnsureSuccessStatusCode();
        List<JsonElement> exports;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            var batches = await client.GetFromJsonAsync<JsonElement>("api/batch?limit=2", cancellationToken);
            exports = [.. batches.GetProperty("batches").EnumerateArray()];
        }
        while (exports.Count < 2 || exports.Exists(static export => !export.TryGetProperty("ended", out var ended) || ended.ValueKind is JsonValueKind.Null));

        if (exports.Find(static export => export.GetProperty("status").GetString() != "succeeded") is { ValueKind: not JsonValueKind.Undefined } wrong)
        {
            throw new InvalidOperationException($"It is not succeeded: {wrong}");
        }

        var begun = exports.Min(static export => export.GetProperty("created").GetDateTimeOffset());
        var ended = exports.Max(static export => export.GetProperty("ended").GetDateTimeOffset());
        return new(
            radarr.Requests.All.Count + sonarr.Requests.All.Count,
            radarr.Requests.CountBelow("/api/v3/moviefile"),
            exports.Select(static export => Rescored(export.GetProperty("reason").GetString()!)).Sum(),
            ended - begun);
    }

    /// <summary>MiB.</summary>
    public double StateSize() => new DirectoryInfo(dataFolder).EnumerateFiles().Sum(static file => file.Length) / 1024.0 / 1024.0;

    /// <summary>The larger one of the two instances of each artifact of the last export.</summary>
    public IReadOnlyList<(string Name, long Size)> ArtifactSizes() =>
    [
        .. new DirectoryInfo(Path.Combine(dataFolder, "artifacts")).EnumerateFiles("*", SearchOption.AllDirectories)
            .GroupBy(static file => file.Name, StringComparer.Ordinal)
            .Select(static files => (files.Key, files.Max(static file => file.Length)))
            .OrderBy(static artifact => artifact.Key, StringComparer.Ordinal),
    ];

    public void Dispose() => client.Dispose();

    /// <summary>"60 files: 12 rescored, 3 upgraded; ...".</summary>
    private static int Rescored(string reason) =>
        Array.Find(reason.Split([": ", ", ", "; "], StringSplitOptions.None), static part => part.EndsWith(" rescored", StringComparison.Ordinal)) is { } part
            ? int.Parse(part.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
            : 0;
}

/// <summary>What came of one export of all instances.</summary>
/// <param name="Calls">To both instances.</param>
/// <param name="MovieFileCalls">For files of movies.</param>
/// <param name="Rescored">Files whose score follows from what was stored.</param>
internal sealed record ExportLoadRun(int Calls, int MovieFileCalls, int Rescored, TimeSpan Elapsed);
