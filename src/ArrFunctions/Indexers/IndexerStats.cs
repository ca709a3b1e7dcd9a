using System.Text.Json.Nodes;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Stats;

namespace ArrFunctions.Indexers;

/// <summary>Tests and switches of indexers in <c>GET stats</c>.</summary>
internal static class IndexerStats
{
    public static StatsPart Part(IndexerTests tests) => StatsPart.Of("indexers", counts =>
    {
        var stats = counts.Of(("switchedOff", "indexer.disabled"), ("switchedOn", "indexer.enabled"), ("outages", "outage.began"));
        stats["sinceStart"] = new JsonObject { ["testsPassed"] = tests.Outcomes.Of("passed"), ["testsFailed"] = tests.Outcomes.Of("failed") };
        return stats;
    });
}
