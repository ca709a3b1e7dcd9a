using System.Globalization;
using ArrFunctions.SelfHost.Tests.Faults;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>What the kernel tells of a process, once a second; and whether that stays as it is.</summary>
internal sealed class ProcessCurve(int processId)
{
    private readonly List<(double Minutes, ProcessFigures Figures)> samples = [];
    private readonly long started = TimeProvider.System.GetTimestamp();

    /// <summary>What the last quarter has more than the second one, at p95: 0.1 is a tenth.</summary>
    public double MemoryGrowth => (Percentile(Quarter(3), static figures => figures.Resident) / Percentile(Quarter(1), static figures => figures.Resident)) - 1;

    public double FileGrowth => Median(Quarter(3), static figures => figures.Files) - Median(Quarter(1), static figures => figures.Files);

    public double ThreadGrowth => Median(Quarter(3), static figures => figures.Threads) - Median(Quarter(1), static figures => figures.Threads);

    /// <summary>MiB a minute over the second half, as the median of the slopes of all pairs (Theil and Sen): outliers count for nothing.</summary>
    public double MemorySlope
    {
        get
        {
            var half = Thinned([.. samples.Skip(samples.Count / 2)]);
            var slopes = half.SelectMany((one, place) => half.Skip(place + 1).Select(other => (other.Figures.Resident - one.Figures.Resident) / (double)(1 << 20) / (other.Minutes - one.Minutes)));
            return slopes.Order().ElementAtOrDefault(half.Count * (half.Count - 1) / 4);
        }
    }

    public async Task MeasureAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            samples.Add((TimeProvider.System.GetElapsedTime(started).TotalMinutes, ProcessFigures.Of(processId)));
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public IEnumerable<string> Rows() =>
    [
        "| part of the run | memory p50, MiB | memory p95, MiB | open files | threads |", "|---|---|---|---|---|",
        .. Enumerable.Range(0, 4).Select(quarter => Row(quarter, Quarter(quarter))),
    ];

    private static string Row(int quarter, List<ProcessFigures> part) => string.Create(
        CultureInfo.InvariantCulture,
        $"| quarter {quarter + 1} | {Median(part, static figures => figures.Resident) / (1 << 20):0.0} | {Percentile(part, static figures => figures.Resident) / (1 << 20):0.0} | {Median(part, static figures => figures.Files):0} | {Median(part, static figures => figures.Threads):0} |");

    private List<ProcessFigures> Quarter(int number) => [.. samples.Skip(samples.Count * number / 4).Take(samples.Count / 4).Select(static sample => sample.Figures)];

    private static double Percentile(List<ProcessFigures> part, Func<ProcessFigures, double> of) => part.Select(of).Order().ElementAt((int)(part.Count * 0.95));

    private static double Median(List<ProcessFigures> part, Func<ProcessFigures, double> of) => part.Select(of).Order().ElementAt(part.Count / 2);

    private static List<(double Minutes, ProcessFigures Figures)> Thinned(List<(double Minutes, ProcessFigures Figures)> all) =>
        [.. all.Where((_, place) => place % (1 + (all.Count / 300)) == 0)];
}
