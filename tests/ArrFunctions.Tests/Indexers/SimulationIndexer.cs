using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Indexers;
using ArrFunctions.Servarr;

namespace ArrFunctions.Tests.Indexers;

/// <summary>An indexer of the simulated house, and what happened to it.</summary>
internal sealed class SimulationIndexer(string instance, FakeServarr app, FakeIndexer indexer, SimulationTracker tracker, IndexerProtocol protocol)
{
    private int askedBefore;

    public IndexerKey Key { get; } = new(instance, indexer.Id);

    public SimulationTracker Tracker => tracker;

    public string Group { get; } = $"{instance} {protocol}";

    public bool IsManaged { get; } = app is FakeProwlarr;

    /// <summary>As the person wants it.</summary>
    public IndexerFlags Wanted { get; set; } = FlagsOf(indexer);

    public IndexerFlags Flags => FlagsOf(indexer);

    /// <summary>From when on a person decides about it alone.</summary>
    public DateTimeOffset? PersonSince { get; set; }

    /// <summary>When a sweep switched it off.</summary>
    public List<DateTimeOffset> TakenOut { get; } = [];

    /// <summary>When it had exactly its flags again.</summary>
    public List<DateTimeOffset> Back { get; } = [];

    public (int Probes, int Quarters) WhileDead { get; private set; }

    public (int Probes, int Quarters) WhileAlive { get; private set; }

    public bool IsOut => TakenOut.Count > Back.Count;

    public void BeginSweep() => askedBefore = tracker.Site.RequestCount;

    public void EndSweep(DateTimeOffset now)
    {
        var probes = tracker.Site.RequestCount - askedBefore;
        (WhileDead, WhileAlive) = tracker.DeathAt(now) is null
            ? (WhileDead, WhileAlive with { Probes = WhileAlive.Probes + probes })
            : (WhileDead with { Probes = WhileDead.Probes + probes }, WhileAlive);
    }

    public void PassQuarter(DateTimeOffset now)
    {
        (WhileDead, WhileAlive) = tracker.DeathAt(now) is null
            ? (WhileDead, WhileAlive with { Quarters = WhileAlive.Quarters + 1 })
            : (WhileDead with { Quarters = WhileDead.Quarters + 1 }, WhileAlive);
        if (IsOut && Flags == Wanted)
        {
            Back.Add(now);
        }
    }

    private static IndexerFlags FlagsOf(FakeIndexer indexer) =>
        new(indexer.IsUsedForRss, indexer.IsUsedForAutomaticSearch, indexer.IsUsedForInteractiveSearch);
}
