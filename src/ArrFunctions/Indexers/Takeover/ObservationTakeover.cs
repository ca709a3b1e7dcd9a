using ArrFunctions.Indexers.Memory;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Takeover;

/// <summary>Takes the tests of AI Arr Control over that say something. Done again, it adds nothing; no sweep acts on it, and nothing is switched.</summary>
internal sealed class ObservationTakeover(ObservationStore store, Live<ServarrOptions> servarr, Live<IndexersOptions> options, AuditTrail audit, TimeProvider clock)
{
    private const int MostTold = 50;

    /// <param name="indexers">Their tests, those of one indexer after those of another, each in the order of time.</param>
    /// <param name="instanceOf">Which instance a service of theirs is here; null: none.</param>
    /// <param name="apply">False: only looked at.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends it early; what was taken stays.</param>
    /// <exception cref="StoreException">The state cannot be read or written.</exception>
    public async Task<ObservationsTaken> RunAsync(
        IEnumerable<IReadOnlyList<TheirTest>> indexers, Func<string, Instance?> instanceOf, bool apply, string actor, CancellationToken cancellationToken)
    {
        var taken = new ObservationsTaken(0, 0, 0, 0, []);
        var failing = new List<string>();
        foreach (var tests in indexers.Where(static tests => tests.Count > 0))
        {
            if (tests[^1] is { IsSuccess: false } last && failing.Count < MostTold)
            {
                failing.Add($"{last.Service}/{last.Name}");
            }

            taken = taken with { Tests = taken.Tests + tests.Count };
            if (instanceOf(tests[0].Service) is not { } instance)
            {
                taken = taken with { Unplaced = taken.Unplaced + tests.Count };
                continue;
            }

            var (all, added) = await TakeAsync(new(instance.Name, tests[0].IndexerId), tests, apply, cancellationToken);
            taken = taken with { Taken = taken.Taken + all, New = taken.New + added };
        }

        if (apply && taken.New > 0)
        {
            await audit.TellAsync("import.taken", "indexers", actor, $"Tests of AI Arr Control were taken over into what is known of the indexers: {taken.New}.", CancellationToken.None);
        }

        return taken with { Failing = failing };
    }

    private async Task<(int All, int Added)> TakeAsync(IndexerKey indexer, IReadOnlyList<TheirTest> tests, bool apply, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var earliest = options.Value.ObservedFrom(now);
        var seen = TheirTests.Observations(tests, text => Redaction.Redact(text, servarr.Value.Instances)).Where(one => one.Time >= earliest && one.Time <= now).ToList();
        if (seen.Count == 0)
        {
            return (0, 0);
        }

        var known = (await store.ReadAsync(indexer, seen.Min(static one => one.Time).ToSecond(), seen.Max(static one => one.Time).AddSeconds(1), cancellationToken))
            .Select(static one => (one.Time.ToSecond(), one.Source, one.Outcome)).ToHashSet();
        var added = seen.Where(one => !known.Contains((one.Time.ToSecond(), one.Source, one.Outcome))).ToList();
        if (apply)
        {
            await store.AddAsync(indexer, added, cancellationToken);
        }

        return (seen.Count, added.Count);
    }
}
