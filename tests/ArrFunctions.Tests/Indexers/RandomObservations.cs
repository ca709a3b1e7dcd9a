using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Tests.Indexers;

/// <summary>Observations of all kinds; the same random numbers give the same ones.</summary>
internal static class RandomObservations
{
    private static readonly FailureClass?[] Classes = [null, .. Enum.GetValues<FailureClass>().Select(kind => (FailureClass?)kind)];

    public static Observation One(Random random, DateTimeOffset time) => random.Next(12) switch
    {
        < 6 => ObservationBench.Ok(time, milliseconds: random.Next(1, 30_000)),
        < 10 => ObservationBench.Failed(time, Classes[random.Next(Classes.Length)], (ObservationSource)random.Next(5), reason: $"reason {random.Next(3)}"),
        10 => ObservationBench.Seen(time, ObservationOutcome.Unblocked),
        _ => ObservationBench.Seen(time, ObservationOutcome.Unwatched),
    };

    /// <summary>Ones that all differ, the oldest first.</summary>
    public static Observation[] Many(Random random, int count, DateTimeOffset from, DateTimeOffset until)
    {
        var seconds = (int)(until - from).TotalSeconds;
        var seen = Enumerable.Range(0, count).Select(number =>
            One(random, from.AddSeconds(random.Next(seconds))) is { Source: ObservationSource.Query } question ? question with { HistoryId = number } : One(random, from.AddSeconds(random.Next(seconds))));
        return [.. ObservationBlock.Merge(seen.ToList(), [])];
    }
}
