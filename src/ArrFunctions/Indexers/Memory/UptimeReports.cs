using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Memory;

/// <summary>Tells how indexers did, from the figures of their days and the observations of days that a time cuts.</summary>
internal sealed class UptimeReports(ITableStore tables, Live<IndexersOptions> options, TimeProvider clock)
{
    private const int Longest = 3660;

    private const int MostFailures = 10;

    private static readonly int[] Windows = [1, 7, 30, 90];

    /// <summary>The last 24 hours, 7, 30 and 90 days.</summary>
    public async Task<IndexerUptime> ReadAsync(IndexerKey indexer, CancellationToken cancellationToken)
    {
        var (rows, now) = (new ObservationRows(tables, indexer), Now());
        var history = await HistoryAsync(rows, Windows, now, cancellationToken);
        var failures = await FailuresAsync(rows, history, cancellationToken);
        var state = history.Newest;
        var last = state.LastFailed == default ? null
            : failures.FirstOrDefault(failure => failure.Time == state.LastFailed) ?? new(state.LastFailed, Source: null, state.LastClass, ResponseMilliseconds: null, Reason: null);
        return new(
            indexer.Instance,
            indexer.Id,
            UptimeStreak.Of(state, now),
            OrNull(state.LastOk),
            last,
            failures,
            [.. Windows.Select(days => UptimeWindow.Of(history, days, now))],
            Days(history, 90, now));
    }

    /// <summary>The last days up to now, 1 to 3,660 of them.</summary>
    public async Task<UptimeWindow> ReadAsync(IndexerKey indexer, int days, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Longest);
        var now = Now();
        return UptimeWindow.Of(await HistoryAsync(new(tables, indexer), [days], now, cancellationToken), days, now);
    }

    /// <summary>Many indexers at once, in the order they were asked for.</summary>
    public async Task<IReadOnlyList<IndexerSummary>> ReadAsync(IReadOnlyCollection<IndexerKey> indexers, CancellationToken cancellationToken)
    {
        var now = Now();
        var found = new List<IndexerSummary>();
        foreach (var indexer in indexers)
        {
            var history = await HistoryAsync(new(tables, indexer), [1, 7, 30], now, cancellationToken);
            var state = history.Newest;
            found.Add(new(
                indexer.Instance,
                indexer.Id,
                UptimeStreak.Of(state, now),
                OrNull(state.LastOk),
                OrNull(state.LastFailed),
                state.LastClass,
                Availability(history, now.AddDays(-1), now),
                Availability(history, now.AddDays(-7), now),
                Availability(history, now.AddDays(-30), now),
                Days(history, 30, now)));
        }

        return found;
    }

    private async Task<UptimeHistory> HistoryAsync(ObservationRows rows, IReadOnlyCollection<int> windows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var beginnings = windows.Select(days => now.AddDays(-days)).ToList();
        var periods = await rows.PeriodsAsync(beginnings.Min(), now, cancellationToken);
        var cut = beginnings.Append(now).Where(time => time >= options.Value.ObservedFrom(now)).Select(UptimePeriod.DayOf).ToHashSet();
        var observed = new Dictionary<DateOnly, List<Observation>>();
        foreach (var day in periods.Select(period => period.From).Where(cut.Contains))
        {
            observed[day] = await rows.ObservationsAsync(UptimePeriod.Midnight(day), UptimePeriod.Midnight(day.AddDays(1)), cancellationToken);
        }

        return new(periods, observed);
    }

    /// <summary>Only days that had one are read.</summary>
    private static async Task<List<SeenFailure>> FailuresAsync(ObservationRows rows, UptimeHistory history, CancellationToken cancellationToken)
    {
        var found = new List<SeenFailure>();
        foreach (var day in history.DaysWithFailures())
        {
            var seen = await rows.ObservationsAsync(UptimePeriod.Midnight(day), UptimePeriod.Midnight(day.AddDays(1)), cancellationToken);
            found.AddRange(seen.Where(ObservationRules.IsFailure).Reverse().Take(MostFailures - found.Count).Select(SeenFailure.Of));
            if (found.Count == MostFailures)
            {
                break;
            }
        }

        return found;
    }

    private static List<DayUptime> Days(UptimeHistory history, int count, DateTimeOffset now)
    {
        var today = UptimePeriod.DayOf(now);
        return
        [
            .. Enumerable.Range(1 - count, count).Select(today.AddDays).Select(day => new DayUptime(
                day, Availability(history, UptimePeriod.Midnight(day), day == today ? now : UptimePeriod.Midnight(day.AddDays(1))))),
        ];
    }

    private static double? Availability(UptimeHistory history, DateTimeOffset from, DateTimeOffset until)
    {
        var (up, down) = history.Parts(from, until).Aggregate((Up: 0L, Down: 0L), (sum, part) => (sum.Up + part.Up, sum.Down + part.Down));
        return UptimeWindow.AvailabilityOf(up, down);
    }

    private static DateTimeOffset? OrNull(DateTimeOffset time) => time == default ? null : time;

    /// <summary>To the second, as times are kept.</summary>
    private DateTimeOffset Now() => clock.GetUtcNow().ToSecond();
}
