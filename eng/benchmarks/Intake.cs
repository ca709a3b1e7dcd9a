using System.Diagnostics;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>How many webhooks the service takes in, and how long a sender waits, while it fixes files.</summary>
internal static class Intake
{
    private const string Subject = "64 senders, fixes running";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        List<Round> rounds = [];
        for (var round = 0; round < workplace.Choose(full: 5, quick: 1); round++)
        {
            rounds.Add(await RunRoundAsync(workplace, cancellationToken));
        }

        return new("intake", "webhooks taken in under load",
        [
            Of("rate", FigureUnit.RequestsPerSecond, round => round.Rate) with { AtLeast = 2_000 },
            Of("p50", FigureUnit.Milliseconds, round => Summary.At(0.5, round.Times)),
            Of("p99", FigureUnit.Milliseconds, round => Summary.At(0.99, round.Times)) with { Below = 50 },
            Of("longest", FigureUnit.Milliseconds, round => round.Times.Max()),
            Of("fixed meanwhile", FigureUnit.Files, round => round.Fixed),
        ],
        [
            "Each answer is 202, which comes after the commit of the event, its job and its message. Senders and service share this machine.",
            "A round is a new service on an empty data folder; cells show the median round and, in brackets, p10 to p90 of the rounds.",
        ]);

        Figure Of(string quantity, FigureUnit unit, Func<Round, double> value) => new(Subject, quantity, unit, Summary.Of(rounds.Select(value)));
    }

    private static async Task<Round> RunRoundAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("intake");
        var media = folder.Subfolder("media");
        await using var service = await ServiceProgram.StartAsync(folder.Subfolder("data"), media, cancellationToken);
        using var load = new WebhookLoad(service, media);
        await load.QueueFixesAsync(workplace.Choose(full: 4_000, quick: 500), cancellationToken);
        var fixedBefore = await load.FixedAsync(cancellationToken);
        var started = Stopwatch.GetTimestamp();
        var times = await load.RunAsync(workplace.Choose(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2)), cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new(times, times.Count / elapsed.TotalSeconds, await load.FixedAsync(cancellationToken) - fixedBefore);
    }

    private sealed record Round(IReadOnlyCollection<double> Times, double Rate, int Fixed);
}
