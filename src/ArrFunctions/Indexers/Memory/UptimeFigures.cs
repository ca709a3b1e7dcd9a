using System.Text.Json.Serialization;

namespace ArrFunctions.Indexers.Memory;

/// <summary>How an indexer did from one time to another. What it was neither up nor down is not known.</summary>
internal sealed record UptimeFigures
{
    public static readonly UptimeFigures None = new();

    /// <summary>Seconds.</summary>
    public long Up { get; init; }

    /// <summary>Seconds.</summary>
    public long Down { get; init; }

    /// <summary>Questions that were answered.</summary>
    public int Ok { get; init; }

    /// <summary>Questions that failed.</summary>
    public int Failed { get; init; }

    /// <summary>All failures that were seen, of questions or otherwise, by their class.</summary>
    public IReadOnlyDictionary<string, int>? Failures { get; init; }

    /// <summary>The longest ones of those that ended in this time, the oldest first.</summary>
    public IReadOnlyList<Outage>? Outages { get; init; }

    /// <summary>Others that ended in this time.</summary>
    [JsonPropertyName("others")]
    public int OtherOutages { get; init; }

    /// <summary>How long they were together.</summary>
    [JsonPropertyName("otherSeconds")]
    public long OtherOutageSeconds { get; init; }

    /// <summary><see cref="ResponseTimes"/> of questions.</summary>
    [JsonPropertyName("ms")]
    public int[]? Responses { get; init; }

    /// <param name="before">After everything that was seen before the first of the observations.</param>
    /// <param name="observations">The oldest first; those before the time only lead to its beginning.</param>
    /// <param name="mostOutages">So many are kept one by one.</param>
    public static (UptimeFigures Figures, UptimeState After) Of(
        UptimeState before, IEnumerable<Observation> observations, DateTimeOffset from, DateTimeOffset until, int mostOutages = int.MaxValue)
    {
        var (state, at, up, down) = (before, from, TimeSpan.Zero, TimeSpan.Zero);
        var (seen, outages) = (new List<Observation>(), new List<Outage>());
        foreach (var observation in observations.TakeWhile(observation => observation.Time < until))
        {
            Pass(observation.Time);
            var next = state.After(observation);
            if (observation.Time >= from)
            {
                seen.Add(observation);
                if (state.Is is IndexerCondition.Down && next.Is is not IndexerCondition.Down)
                {
                    outages.Add(new(state.Since, observation.Time, state.Class));
                }
            }

            state = next;
        }

        Pass(until);
        var questions = seen.Where(ObservationRules.IsQuestion).ToList();
        var ok = questions.Count(question => question.Outcome is ObservationOutcome.Ok);
        var failures = seen.Where(one => one.Outcome is ObservationOutcome.Failed).CountBy(one => FailureNames.Of(one.Class), StringComparer.Ordinal);
        var figures = new UptimeFigures
        {
            Up = (long)up.TotalSeconds,
            Down = (long)down.TotalSeconds,
            Ok = ok,
            Failed = questions.Count - ok,
            Failures = OrNull(failures),
            Responses = ResponseTimes.Of(questions.Select(question => question.ResponseMilliseconds).OfType<int>()) is { Length: > 0 } times ? times : null,
        };
        return (figures.With(outages, mostOutages), state);

        // From where it stood to a time, as far as the last observation tells of it.
        void Pass(DateTimeOffset time)
        {
            var known = state.Seen == default || time < state.Seen + ObservationRules.KnownFor ? time : state.Seen + ObservationRules.KnownFor;
            var passed = known > at ? known - at : TimeSpan.Zero;
            up += state.Is is IndexerCondition.Up ? passed : TimeSpan.Zero;
            down += state.Is is IndexerCondition.Down ? passed : TimeSpan.Zero;
            at = time > at ? time : at;
        }
    }

    /// <summary>Figures of times that follow each other as those of all of it.</summary>
    public static UptimeFigures Sum(IReadOnlyCollection<UptimeFigures> parts, int mostOutages = int.MaxValue) => new UptimeFigures
    {
        Up = parts.Sum(part => part.Up),
        Down = parts.Sum(part => part.Down),
        Ok = parts.Sum(part => part.Ok),
        Failed = parts.Sum(part => part.Failed),
        Failures = OrNull(parts.SelectMany(part => part.Failures ?? new Dictionary<string, int>(StringComparer.Ordinal))
            .AggregateBy(count => count.Key, 0, (sum, count) => sum + count.Value, StringComparer.Ordinal)),
        OtherOutages = parts.Sum(part => part.OtherOutages),
        OtherOutageSeconds = parts.Sum(part => part.OtherOutageSeconds),
        Responses = ResponseTimes.Sum(parts.Select(part => part.Responses).OfType<int[]>()) is { Length: > 0 } times ? times : null,
    }.With([.. parts.SelectMany(part => part.Outages ?? [])], mostOutages);

    private UptimeFigures With(List<Outage> outages, int most)
    {
        var longest = outages.OrderByDescending(outage => outage.Seconds).ThenBy(outage => outage.Start).ToList();
        return outages.Count == 0 ? this : this with
        {
            Outages = [.. longest.Take(most).OrderBy(outage => outage.Start)],
            OtherOutages = OtherOutages + Math.Max(0, outages.Count - most),
            OtherOutageSeconds = OtherOutageSeconds + longest.Skip(most).Sum(outage => outage.Seconds),
        };
    }

    private static SortedDictionary<string, int>? OrNull(IEnumerable<KeyValuePair<string, int>> counts)
    {
        var sorted = new SortedDictionary<string, int>(counts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        return sorted.Count > 0 ? sorted : null;
    }
}
