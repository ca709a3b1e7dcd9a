using System.Diagnostics;
using System.Text.Json;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>The same requests and jobs for each service, with the processor time that the service took until nothing was left to do.</summary>
/// <param name="film">The bytes of the file that each job fixes a copy of.</param>
internal sealed class MeasuredLoad(ServiceProgram service, string folder, byte[] film) : IDisposable
{
    private const int Senders = 8;

    /// <summary>To ask whether everything is done costs the service time as well.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Questions = ["api/jobs?limit=20", "api/schedules", "api/queue", "health"];

    private readonly HttpClient client = service.CreateClient(Senders);
    private int lastFileId;

    /// <summary>Imports of files that are not there: intake, ledger, and a job that finds nothing.</summary>
    public Task<LoadCost> WebhooksAsync(int count, CancellationToken cancellationToken) => CostAsync(count, succeeded: 0, () => AnnounceAsync(count, cancellationToken), cancellationToken);

    public Task<LoadCost> QuestionsAsync(int count, CancellationToken cancellationToken) => CostAsync(
        count, succeeded: 0, () => InTurnsAsync(count, number => AskAsync(Questions[number % Questions.Length], cancellationToken)), cancellationToken);

    /// <summary>Imports of files that are there, each fixed.</summary>
    public async Task<LoadCost> JobsAsync(int count, CancellationToken cancellationToken)
    {
        for (var fileId = lastFileId + 1; fileId <= lastFileId + count; fileId++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, RadarrImport.NameOf(fileId)), film, cancellationToken);
        }

        return await CostAsync(count, succeeded: count, () => AnnounceAsync(count, cancellationToken), cancellationToken);
    }

    public void Dispose() => client.Dispose();

    /// <param name="succeeded">Jobs that the event log has to tell of at the end.</param>
    private async Task<LoadCost> CostAsync(int count, int succeeded, Func<Task> runAsync, CancellationToken cancellationToken)
    {
        var before = (await StatisticsAsync(cancellationToken)).Succeeded;
        var (processor, started) = (service.ProcessorTime(), Stopwatch.GetTimestamp());
        await runAsync();
        while (await StatisticsAsync(cancellationToken) is var now && (now.Open > 0 || now.Succeeded < before + succeeded))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"{now.Open} jobs are open and {now.Succeeded - before} of {succeeded} succeeded.");
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return new((service.ProcessorTime() - processor).TotalMicroseconds / count, Stopwatch.GetElapsedTime(started).TotalMicroseconds / count);
    }

    private async Task AnnounceAsync(int count, CancellationToken cancellationToken)
    {
        var first = lastFileId + 1;
        lastFileId += count;
        await InTurnsAsync(count, async number =>
        {
            using var content = RadarrImport.Of(first + number, folder);
            using var answer = await client.PostAsync("api/webhook/radarr", content, cancellationToken);
            answer.EnsureSuccessStatusCode();
        });
    }

    private async Task AskAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(path, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static Task InTurnsAsync(int count, Func<int, Task> sendAsync)
    {
        var next = -1;
        return Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
            {
                await sendAsync(number);
            }
        })));
    }

    private async Task<(int Open, int Succeeded)> StatisticsAsync(CancellationToken cancellationToken)
    {
        using var statistics = JsonDocument.Parse(await client.GetStringAsync("api/jobs/stats", cancellationToken));
        var now = statistics.RootElement.GetProperty("now");
        return (Of(now, "queued") + Of(now, "running"), Of(statistics.RootElement.GetProperty("total"), "succeeded"));
    }

    private static int Of(JsonElement counts, string status) => counts.TryGetProperty(status, out var count) ? count.GetInt32() : 0;
}

/// <summary>Microseconds of one request or job.</summary>
internal sealed record LoadCost(double Processor, double Wall)
{
    public static LoadCost operator +(LoadCost one, LoadCost other) => new(one.Processor + other.Processor, one.Wall + other.Wall);

    public LoadCost Mean(LoadCost other) => new((Processor + other.Processor) / 2, (Wall + other.Wall) / 2);
}
