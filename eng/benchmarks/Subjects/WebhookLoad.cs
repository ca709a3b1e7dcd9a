using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Matroska;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>Senders that post imports without a pause while the service fixes the files of earlier ones.</summary>
internal sealed class WebhookLoad(ServiceProgram service, string folder) : IDisposable
{
    private const int Senders = 64;

    private readonly HttpClient client = service.CreateClient(Senders);
    private int lastFileId;

    /// <summary>Announces files that are there: work for the time that is measured then, and warm-up.</summary>
    public async Task QueueFixesAsync(int count, CancellationToken cancellationToken)
    {
        var content = MatroskaWriter.ToArray(SampleFiles.Matroska);
        for (var fileId = 1; fileId <= count; fileId++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, RadarrImport.NameOf(fileId)), content, cancellationToken);
        }

        await SendAsync(() => Volatile.Read(ref lastFileId) < count - Senders, cancellationToken);
    }

    /// <summary>Announces files that are not there yet, as fast as the answers come.</summary>
    /// <returns>How long each answer took, in milliseconds.</returns>
    public Task<IReadOnlyCollection<double>> RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        return SendAsync(() => Stopwatch.GetElapsedTime(started) < time, cancellationToken);
    }

    /// <summary>The same until something has ended.</summary>
    public Task<IReadOnlyCollection<double>> RunAsync(Task until, CancellationToken cancellationToken) => SendAsync(() => !until.IsCompleted, cancellationToken);

    /// <summary>Announces so many files that are not there.</summary>
    public Task AnnounceAsync(int count, CancellationToken cancellationToken) => SendAsync(() => Volatile.Read(ref lastFileId) < count - Senders, cancellationToken);

    /// <summary>How many fixes the service has told of so far.</summary>
    public async Task<int> FixedAsync(CancellationToken cancellationToken)
    {
        using var statistics = JsonDocument.Parse(await client.GetStringAsync("api/jobs/stats", cancellationToken));
        return statistics.RootElement.GetProperty("total").TryGetProperty("succeeded", out var succeeded) ? succeeded.GetInt32() : 0;
    }

    public void Dispose() => client.Dispose();

    private async Task<IReadOnlyCollection<double>> SendAsync(Func<bool> goesOn, CancellationToken cancellationToken)
    {
        var times = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(
            async () =>
            {
                while (goesOn())
                {
                    times.Add(await SendAsync(Interlocked.Increment(ref lastFileId), cancellationToken));
                }
            },
            cancellationToken)));
        return times;
    }

    private async Task<double> SendAsync(int fileId, CancellationToken cancellationToken)
    {
        using var content = RadarrImport.Of(fileId, folder);
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync("api/webhook/radarr", content, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.StatusCode is HttpStatusCode.Accepted
            ? elapsed
            : throw new InvalidOperationException($"The service answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
