namespace ArrFunctions.Indexers.Memory;

/// <summary>How an indexer did in the time up to now.</summary>
/// <param name="Days">How long it was asked for.</param>
/// <param name="From">Where the figures begin: exactly so many days ago, or at the beginning of the day or month that this lies in, when its observations are no longer kept.</param>
/// <param name="Availability">Seconds up of those that are known, 0 to 1; null when none is.</param>
/// <param name="Questions">To the tracker: those of Prowlarr's history and tests.</param>
/// <param name="FailuresByClass">All failures that were seen, also those that are no questions.</param>
/// <param name="Outages">That ended in the time or still go on.</param>
/// <param name="LongestOutageSeconds">As far as it lies in the time; null without an outage.</param>
/// <param name="MeanSecondsToRecover">Of outages that ended in the time, in whole; null without one.</param>
/// <param name="P50Milliseconds">Half of the questions were answered, or failed, within this time (to 5 %); null where no time was measured.</param>
internal sealed record UptimeWindow(
    int Days,
    DateTimeOffset From,
    double? Availability,
    long UpSeconds,
    long DownSeconds,
    long UnknownSeconds,
    int Questions,
    int FailedQuestions,
    IReadOnlyDictionary<string, int> FailuresByClass,
    int Outages,
    long? LongestOutageSeconds,
    long? MeanSecondsToRecover,
    int? P50Milliseconds,
    int? P95Milliseconds)
{
    public static UptimeWindow Of(UptimeHistory history, int days, DateTimeOffset now)
    {
        var from = history.BeginningOf(now.AddDays(-days));
        var figures = UptimeFigures.Sum([.. history.Parts(from, now)]);
        var ended = figures.Outages ?? [];
        var running = history.Newest is { Is: IndexerCondition.Down } state && state.Since < now ? new Outage(state.Since, now, state.Class) : null;
        var all = running is null ? ended : [.. ended, running];
        var count = ended.Count + figures.OtherOutages;
        return new(
            days,
            from,
            AvailabilityOf(figures.Up, figures.Down),
            figures.Up,
            figures.Down,
            (long)(now - from).TotalSeconds - figures.Up - figures.Down,
            figures.Ok + figures.Failed,
            figures.Failed,
            figures.Failures ?? new Dictionary<string, int>(StringComparer.Ordinal),
            all.Count + figures.OtherOutages,
            all.Count == 0 ? null : all.Max(outage => (outage with { Start = outage.Start > from ? outage.Start : from }).Seconds),
            count == 0 ? null : (ended.Sum(outage => outage.Seconds) + figures.OtherOutageSeconds) / count,
            ResponseTimes.Percentile(figures.Responses ?? [], 0.5),
            ResponseTimes.Percentile(figures.Responses ?? [], 0.95));
    }

    public static double? AvailabilityOf(long up, long down) => up + down == 0 ? null : Math.Round((double)up / (up + down), 6);
}
