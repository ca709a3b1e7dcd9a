using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Indexers.Healing;

/// <summary>The failures of an indexer since its last answer that speak against it alone.</summary>
/// <param name="Count">Failures in a row, those close together counted as one.</param>
/// <param name="First">When the first one was; null without any.</param>
/// <param name="Class">What most of them were; null where nothing says so.</param>
internal sealed record Strikes(int Count, DateTimeOffset? First, DateTimeOffset? Last, FailureClass? Class)
{
    /// <summary>From the first to the last one.</summary>
    public TimeSpan Span => Last - First ?? TimeSpan.Zero;

    /// <param name="history">The oldest first.</param>
    /// <param name="isCounted">Whether a failure at that time speaks against the indexer.</param>
    public static Strikes Of(IReadOnlyList<Observation> history, Func<DateTimeOffset, bool> isCounted)
    {
        var failures = new List<Observation>();
        DateTimeOffset? counted = null;
        foreach (var seen in history)
        {
            switch (seen.Condition())
            {
                case IndexerCondition.Up or IndexerCondition.Unknown:
                    failures.Clear();
                    counted = null;
                    break;

                case IndexerCondition.Down when isCounted(seen.Time):
                    if (ObservationRules.IsStrike(counted, seen.Time))
                    {
                        counted = seen.Time;
                        failures.Add(seen);
                    }
                    else if (failures[^1].Class is null && seen.Class is not null)
                    {
                        failures[^1] = failures[^1] with { Class = seen.Class };
                    }

                    break;
            }
        }

        var kind = failures.Select(failure => failure.Class).OfType<FailureClass>().CountBy(one => one)
            .OrderByDescending(one => one.Value).Select(one => (FailureClass?)one.Key).FirstOrDefault();
        return failures is [] ? new(0, First: null, Last: null, Class: null) : new(failures.Count, failures[0].Time, failures[^1].Time, kind);
    }
}
