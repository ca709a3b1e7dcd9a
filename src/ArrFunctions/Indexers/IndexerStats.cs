using System.Text.Json.Nodes;
using ArrFunctions.Indexers.Healing;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Stats;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers;

/// <summary>How the indexers stand, and tests and switches of them, in <c>GET stats</c>.</summary>
internal static class IndexerStats
{
    public static StatsPart Part(IndexerTests tests, IndexerRecords records, Live<ServarrOptions> servarr) => new("indexers", async (counts, cancellationToken) =>
    {
        var stats = counts.Of(("switchedOff", "indexer.disabled"), ("switchedOn", "indexer.enabled"), ("outages", "outage.began"));
        var names = servarr.Value.Instances.Select(instance => instance.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        stats["now"] = Now((await records.AllAsync(cancellationToken)).Values.Where(record => names.Contains(record.Key.Instance)));
        stats["sinceStart"] = new JsonObject { ["testsPassed"] = tests.Outcomes.Of("passed"), ["testsFailed"] = tests.Outcomes.Of("failed") };
        return stats;
    });

    /// <summary>As the last sweep left them: no instance is asked for it.</summary>
    private static JsonObject Now(IEnumerable<IndexerRecord> records)
    {
        var words = records.Where(record => record.Flags is not null).CountBy(Word).ToDictionary(StringComparer.Ordinal);
        var now = new JsonObject { ["total"] = words.Values.Sum() };
        foreach (var word in (string[])["working", "failing", "takenOut", "switchedOff", "unknown"])
        {
            now[word] = words.GetValueOrDefault(word);
        }

        return now;
    }

    private static string Word(IndexerRecord record) => record switch
    {
        { Custody: { State: CustodyState.Out, IsByPerson: false } } => "takenOut",
        { Flags.AreAnyOn: false } => "switchedOff",
        { FailingSince: not null } => "failing",
        { LastAnswer: null } => "unknown",
        _ => "working",
    };
}
