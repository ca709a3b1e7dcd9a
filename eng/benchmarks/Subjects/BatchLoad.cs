using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ArrFunctions.Demo.Matroska;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>Begins a batch, and announces imports until it has ended.</summary>
internal sealed class BatchLoad(ServiceProgram service, string imports) : IDisposable
{
    /// <summary>Behind the last but one of 1,000 items: page 4, index 198.</summary>
    private const string BehindItem999 = "000004c6~ffffffffffffffffffffffffffffffff";

    private readonly HttpClient client = service.CreateClient(4);
    private readonly List<string> jobs = [];
    private string batch = "";
    private long begun;

    /// <summary>From the creation of the batch to its end, by the ledger.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>How long each look at the progress took, in milliseconds.</summary>
    public List<double> ProgressTimes { get; } = [];

    /// <returns>The id of the batch.</returns>
    public async Task<string> BeginAsync(string folder, CancellationToken cancellationToken)
    {
        begun = Stopwatch.GetTimestamp();
        using var content = new StringContent($$"""{"path": "{{folder}}", "dryRun": true}""");
        using var answer = await client.PostAsync("api/batch", content, cancellationToken);
        batch = (await ReadAsync(answer, cancellationToken)).GetProperty("batchId").GetString()!;
        return batch;
    }

    /// <summary>How long after it was asked for the batch had 1,000 jobs.</summary>
    public async Task<TimeSpan> QueuedAsync(CancellationToken cancellationToken)
    {
        while ((await GetAsync($"api/batch/{batch}/items?limit=1&cursor={BehindItem999}", cancellationToken)).GetProperty("jobs").GetArrayLength() == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>Announces one import after the other until the batch has ended.</summary>
    public async Task RunAsync(TimeSpan step, CancellationToken cancellationToken)
    {
        var content = MatroskaWriter.ToArray(SampleFiles.Matroska);
        using var timer = new PeriodicTimer(step);
        while (!await HasEndedAsync(cancellationToken))
        {
            // Several between two looks at the batch.
            for (var import = 0; import < 5; import++)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
                await AnnounceAsync(jobs.Count + 1, content, cancellationToken);
            }
        }
    }

    /// <summary>From creation to end of each import, in milliseconds.</summary>
    public async Task<IReadOnlyList<double>> StartsAsync(CancellationToken cancellationToken)
    {
        var times = new List<double>();
        foreach (var id in jobs)
        {
            var job = await GetAsync($"api/jobs/{id}", cancellationToken);
            while (job.GetProperty("status").GetString() is "queued" or "running")
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
                job = await GetAsync($"api/jobs/{id}", cancellationToken);
            }

            Expect(job, "succeeded");
            times.Add((job.GetProperty("updated").GetDateTimeOffset() - job.GetProperty("created").GetDateTimeOffset()).TotalMilliseconds);
        }

        return times;
    }

    public void Dispose() => client.Dispose();

    private async Task<bool> HasEndedAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var view = await GetAsync($"api/batch/{batch}", cancellationToken);
        ProgressTimes.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (!view.TryGetProperty("ended", out var ended) || ended.ValueKind is JsonValueKind.Null)
        {
            return false;
        }

        Expect(view, "succeeded");
        Elapsed = ended.GetDateTimeOffset() - view.GetProperty("created").GetDateTimeOffset();
        return true;
    }

    private async Task AnnounceAsync(int fileId, byte[] content, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(Path.Combine(imports, RadarrImport.NameOf(fileId)), content, cancellationToken);
        using var import = RadarrImport.Of(fileId, imports);
        using var answer = await client.PostAsync("api/webhook/radarr", import, cancellationToken);
        jobs.Add((await ReadAsync(answer, cancellationToken)).GetProperty("jobIds")[0].GetString()!);
    }

    private Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) => client.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The service answered {(int)answer.StatusCode}: {text}"));
    }

    private static void Expect(JsonElement found, string status)
    {
        if (found.GetProperty("status").GetString() != status)
        {
            throw new InvalidOperationException($"It is not {status}: {found}");
        }
    }
}
