using System.Text.Json.Nodes;

namespace ArrFunctions.Demo.Servarr.Indexers;

/// <summary>What Prowlarr counts of its history (<c>GET indexerstats</c>).</summary>
internal static class QueryStatistics
{
    public static JsonObject Of(IReadOnlyList<FakeIndexer> indexers, IReadOnlyList<QueryEntry> entries) => new()
    {
        ["indexers"] = WireJson.List(entries.GroupBy(entry => entry.IndexerId).OrderBy(of => of.Key).Select(of =>
            Counts(of.Key, indexers.FirstOrDefault(indexer => indexer.Id == of.Key)?.Name ?? "", [.. of]))),
        ["userAgents"] = WireJson.List(entries.CountBy(entry => entry.Source).Select(of => Asked("userAgent", of.Key, of.Value))),
        ["hosts"] = WireJson.List(entries.Count == 0 ? [] : [Asked("host", "localhost", entries.Count)]),
    };

    private static JsonObject Counts(int id, string name, IReadOnlyList<QueryEntry> entries) => new()
    {
        ["indexerId"] = id,
        ["indexerName"] = name,
        ["averageResponseTime"] = (int)entries.Average(entry => entry.Milliseconds),
        ["averageGrabResponseTime"] = 0,
        ["numberOfQueries"] = entries.Count(entry => !entry.IsRss),
        ["numberOfGrabs"] = 0,
        ["numberOfRssQueries"] = entries.Count(entry => entry.IsRss),
        ["numberOfAuthQueries"] = 0,
        ["numberOfFailedQueries"] = entries.Count(entry => !entry.IsRss && !entry.IsSuccessful),
        ["numberOfFailedGrabs"] = 0,
        ["numberOfFailedRssQueries"] = entries.Count(entry => entry.IsRss && !entry.IsSuccessful),
        ["numberOfFailedAuthQueries"] = 0,
    };

    private static JsonObject Asked(string member, string name, int count) => new() { [member] = name, ["numberOfQueries"] = count, ["numberOfGrabs"] = 0 };
}
