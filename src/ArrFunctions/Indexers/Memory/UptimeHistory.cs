namespace ArrFunctions.Indexers.Memory;

/// <summary>What is kept of an indexer's past.</summary>
/// <param name="periods">Days and months, the oldest first; where there is none, nothing was seen.</param>
/// <param name="observed">The observations of days that may be asked for in part.</param>
internal sealed class UptimeHistory(IReadOnlyList<UptimePeriod> periods, IReadOnlyDictionary<DateOnly, List<Observation>>? observed = null)
{
    public UptimeState Newest => periods.Count > 0 ? periods[^1].After : new();

    /// <summary>The newest first; only days, because nothing else is kept of a month.</summary>
    public IEnumerable<DateOnly> DaysWithFailures() => periods.Reverse()
        .Where(period => period.Until == period.From.AddDays(1) && period.Figures.Failures is not null).Select(period => period.From);

    /// <summary>The figures of a time, in parts that follow each other.</summary>
    /// <remarks>A day is cut exactly where its observations are at hand; another, and a month, counts as a whole when its end lies in the time.</remarks>
    public IEnumerable<UptimeFigures> Parts(DateTimeOffset from, DateTimeOffset until)
    {
        var (at, state) = (from, new UptimeState());
        foreach (var period in periods.TakeWhile(period => period.Start < until))
        {
            if (period.End > from)
            {
                if (period.Start > at)
                {
                    yield return UptimeFigures.Of(state, [], at, period.Start).Figures;
                }

                yield return (period.Start < from || period.End > until) && observed?.GetValueOrDefault(period.From) is { } seen
                    ? UptimeFigures.Of(state, seen, from > period.Start ? from : period.Start, until < period.End ? until : period.End).Figures
                    : period.Figures;
                at = period.End;
            }

            state = period.After;
        }

        if (at < until)
        {
            yield return UptimeFigures.Of(state, [], at, until).Figures;
        }
    }

    /// <summary>Where the figures of a time begin: where it does, unless that is within a period that cannot be cut.</summary>
    public DateTimeOffset BeginningOf(DateTimeOffset from) =>
        periods.FirstOrDefault(period => period.Start < from && period.End > from) is { } first && observed?.ContainsKey(first.From) is not true ? first.Start : from;
}
