using System.Diagnostics;

namespace ArrFunctions.Benchmarks.Measuring;

/// <summary>Runs the contenders in turns, A B A B, so that what disturbs the machine disturbs all of them alike.</summary>
internal sealed class Rounds
{
    private readonly Dictionary<string, List<double>> milliseconds = new(StringComparer.Ordinal);

    /// <param name="warmUp">Rounds that do not count: code is compiled and files come into memory in them.</param>
    public static async Task<Rounds> RunAsync(int warmUp, int count, IReadOnlyList<Contender> contenders, CancellationToken cancellationToken)
    {
        var rounds = new Rounds();
        for (var round = -warmUp; round < count; round++)
        {
            foreach (var contender in contenders)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rounds.Note(contender.Name, await TimeAsync(contender), counts: round >= 0);
            }
        }

        return rounds;
    }

    public Summary Times(string contender) => Summary.Of(milliseconds[contender]);

    /// <summary>How many times as long the slow one took, round by round.</summary>
    public Summary Ratio(string fast, string slow) =>
        Summary.Of(milliseconds[fast].Zip(milliseconds[slow], static (shorter, longer) => longer / shorter));

    private static async Task<double> TimeAsync(Contender contender)
    {
        await contender.PrepareAsync();
        var started = Stopwatch.GetTimestamp();
        await contender.RunAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        await contender.CheckAsync();
        return elapsed;
    }

    private void Note(string contender, double elapsed, bool counts)
    {
        if (!milliseconds.TryGetValue(contender, out var times))
        {
            milliseconds.Add(contender, times = []);
        }

        if (counts)
        {
            times.Add(elapsed);
        }
    }
}
