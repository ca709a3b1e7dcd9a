using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;

namespace ArrFunctions.Indexers.Healing;

/// <summary>Which indexers a heal sweep tests: those that it took out, those that their instance leaves alone for long, and those that it would take out next.</summary>
internal static class HealTests
{
    /// <summary>A block that is shorter ends by itself.</summary>
    private static readonly TimeSpan LongBlock = TimeSpan.FromHours(1);

    /// <param name="indexers">Where they are judged.</param>
    /// <param name="verdicts">Without proof.</param>
    /// <param name="isSilent">Whether an outage keeps every indexer of this instance silent.</param>
    public static IReadOnlyList<PlannedTest> Due(
        IReadOnlyCollection<(IndexerView Indexer, IndexerRecord Record)> indexers, IReadOnlyCollection<HealVerdict> verdicts, Func<string, bool> isSilent, DateTimeOffset now)
    {
        var condemned = verdicts.OfType<HealVerdict.Disable>().Select(verdict => verdict.Case.Key).ToHashSet();
        var tests = new List<PlannedTest>();
        foreach (var instance in indexers.GroupBy(one => one.Indexer.Key.Instance, StringComparer.OrdinalIgnoreCase))
        {
            var free = instance.Where(one => one.Record.LastTest is not { } last || last + TestIntervals.Spacing <= now).ToList();
            if (!isSilent(instance.Key))
            {
                tests.AddRange(free.Select(one => (one.Indexer, Why: Why(one.Indexer, one.Record, condemned, now))).Where(one => one.Why is not null)
                    .Select(one => new PlannedTest(one.Indexer, one.Why!)));
            }
            else if (free.Where(one => one.Indexer.IsOn || IsOut(one.Record)).OrderBy(one => one.Record.LastTest).ThenByDescending(one => one.Record.LastAnswer)
                .Select(one => one.Indexer).FirstOrDefault() is { } first)
            {
                // One question to one site tells whether it is over; another one each time, because this one may be dead besides.
                tests.Add(new(first, "many indexers fail at once; one of them is tested to see whether that is over"));
            }
        }

        return tests;
    }

    private static bool IsOut(IndexerRecord record) => record.Custody is { IsByPerson: false, State: CustodyState.Out };

    private static string? Why(IndexerView indexer, IndexerRecord record, HashSet<IndexerKey> condemned, DateTimeOffset now) => (indexer, record) switch
    {
        _ when condemned.Contains(indexer.Key) => "it is about to be taken out, and tested once more before",
        (_, { NextTest: { } next }) when next > now => null,
        _ when IsOut(record) => "it was taken out, and may work again",
        ({ IsOn: true, IsBlocked: true }, { FailingSince: { } since }) when (indexer.BlockedSince ?? since) + LongBlock <= now
            => "its instance has left it alone for over an hour, and it may work again",
        _ => null,
    };
}

/// <param name="Why">A clause for people.</param>
internal sealed record PlannedTest(IndexerView Indexer, string Why);
