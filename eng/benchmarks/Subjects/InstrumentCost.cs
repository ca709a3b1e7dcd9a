using System.Diagnostics;
using System.Diagnostics.Metrics;
using ArrFunctions.Audio;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Benchmarks.Subjects;

/// <summary>What the instruments alone add to a request and to a job: empty work in this process, with them and without, in turns.</summary>
internal sealed class InstrumentCost : IDisposable
{
    private const int Times = 100_000;
    private const int Pairs = 21;

    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ScrapeReader reader;
    private readonly HttpMetrics http;
    private readonly AudioMetrics audio;

    private readonly DefaultHttpContext context = new();
    private readonly Job job = JobChange.Create(
        new() { Id = new('0', 32), Kind = JobKind.Audio, Source = JobSource.Webhook, Lane = Lane.Webhook, Path = "/data/film.mkv" }, DateTimeOffset.UnixEpoch);

    public InstrumentCost()
    {
        var options = new MetricsOptions();
        var meter = new ProductMeter(services.GetRequiredService<IMeterFactory>(), options);
        (http, audio) = (new(meter, TimeProvider.System), new(meter, TimeProvider.System));
        reader = new(meter, [HttpMetrics.Requests, HttpMetrics.Durations, AudioMetrics.Files, AudioMetrics.Durations], options.Prefix);
        context.Request.Method = HttpMethods.Get;
    }

    /// <summary>Microseconds for each request.</summary>
    public Task<Summary> RequestAsync() => MeasureAsync(() => http.InvokeAsync(context, static _ => Task.CompletedTask), static () => Task.CompletedTask);

    /// <summary>Microseconds for each job.</summary>
    public Task<Summary> JobAsync()
    {
        var outcome = new JobOutcome.Succeeded(JobResult.Changed) { Reason = "" };
        return MeasureAsync(() => audio.RunAsync(job, WorkAsync), WorkAsync);

        Task<JobOutcome> WorkAsync() => Task.FromResult<JobOutcome>(outcome);
    }

    public void Dispose()
    {
        reader.Dispose();
        services.Dispose();
    }

    private static async Task<Summary> MeasureAsync(Func<Task> with, Func<Task> without)
    {
        List<double> differences = [];
        for (var pair = 0; pair <= Pairs; pair++)
        {
            var first = await TimeAsync(pair % 2 == 0 ? with : without);
            var second = await TimeAsync(pair % 2 == 0 ? without : with);
            differences.Add(pair % 2 == 0 ? first - second : second - first);
        }

        return Summary.Of(differences.Skip(1)); // The first warms up.
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        for (var time = 0; time < Times; time++)
        {
            await work();
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Times;
    }
}
