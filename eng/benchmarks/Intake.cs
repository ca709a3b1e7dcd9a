using System.Diagnostics;
using ArrFunctions.Benchmarks.Measuring;
using ArrFunctions.Benchmarks.Subjects;

namespace ArrFunctions.Benchmarks;

/// <summary>How many webhooks the service takes in, and how long a sender waits, while it fixes files.</summary>
internal static class Intake
{
    private const string Subject = "64 senders, fixes running";
    private const string Other = "the same, the other build";
    private const string Ratio = "this over the other";

    public static async Task<BenchmarkResult> RunAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        List<Round> rounds = [];
        List<Round> others = [];
        for (var round = 0; round < workplace.Choose(full: 5, quick: 1); round++)
        {
            if (workplace.Against is { } other)
            {
                others.Add(await RunRoundAsync(workplace, other, cancellationToken));
            }

            rounds.Add(await RunRoundAsync(workplace, program: null, cancellationToken));
        }

        return new(
            "intake",
            "webhooks taken in under load",
            [
                Of(Subject, "rate", FigureUnit.RequestsPerSecond, rounds, Rate) with { AtLeast = 2_000 },
                Of(Subject, "p50", FigureUnit.Milliseconds, rounds, P50),
                Of(Subject, "p99", FigureUnit.Milliseconds, rounds, P99) with { Below = 50 },
                Of(Subject, "longest", FigureUnit.Milliseconds, rounds, static round => round.Times.Max()),
                Of(Subject, "fixed meanwhile", FigureUnit.Files, rounds, static round => round.Fixed),
                .. others is [] ? [] : Compared(rounds, others),
            ],
            [
                "Each answer is 202, which comes after the commit of the event, its job and its message. Senders and service share this machine.",
                "A round is a new service on an empty data folder; cells show the median round and, in brackets, p10 to p90 of the rounds.",
                .. others is [] ? Array.Empty<string>() : ["The two builds took turns; each pair of rounds gives one ratio."],
            ]);
    }

    private static IEnumerable<Figure> Compared(List<Round> rounds, List<Round> others) =>
    [
        Of(Other, "rate", FigureUnit.RequestsPerSecond, others, Rate),
        Of(Other, "p50", FigureUnit.Milliseconds, others, P50),
        Of(Other, "p99", FigureUnit.Milliseconds, others, P99),
        new(Ratio, "rate", FigureUnit.Ratio, Summary.Of(rounds.Zip(others, static (one, other) => Rate(one) / Rate(other)))),
        new(Ratio, "p50", FigureUnit.Ratio, Summary.Of(rounds.Zip(others, static (one, other) => P50(one) / P50(other)))),
        new(Ratio, "p99", FigureUnit.Ratio, Summary.Of(rounds.Zip(others, static (one, other) => P99(one) / P99(other)))),
    ];

    private static Figure Of(string subject, string quantity, FigureUnit unit, List<Round> rounds, Func<Round, double> value) =>
        new(subject, quantity, unit, Summary.Of(rounds.Select(value)));

    private static double Rate(Round round) => round.Rate;

    private static double P50(Round round) => Summary.At(0.5, round.Times);

    private static double P99(Round round) => Summary.At(0.99, round.Times);

    private static async Task<Round> RunRoundAsync(Workplace workplace, string? program, CancellationToken cancellationToken)
    {
        using var folder = workplace.CreateFolder("intake");
        var media = folder.Subfolder("media");
        await using var service = await ServiceProgram.StartAsync(folder.Subfolder("data"), media, cancellationToken, program: program);
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
