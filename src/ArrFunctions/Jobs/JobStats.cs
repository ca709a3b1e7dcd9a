using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.Stats;

namespace ArrFunctions.Jobs;

/// <summary>Jobs and batches in <c>GET stats</c>.</summary>
internal static class JobStats
{
    private static readonly string[] Good = ["succeeded", "skipped"];
    private static readonly string[] Bad = ["failed", "poisoned"];

    /// <summary>All jobs that the ledger has ended, over restarts.</summary>
    public static StatsPart Operations(JobStore store, EventLog log, BatchTallies batches, TimeProvider clock) => new("operations", async (_, cancellationToken) =>
    {
        var jobs = await JobStatistics.ReadAsync(store, log, batches, clock, cancellationToken);
        return new JsonObject
        {
            ["now"] = Json(jobs.Now),
            ["today"] = Ended(jobs.Today),
            ["lifetime"] = Ended(jobs.Total),
        };
    });

    public static StatsPart Batches() => StatsPart.Of("batches", static counts => counts.Of(
        ("started", "batch.started"), ("succeeded", "batch.succeeded"), ("partlyFailed", "batch.partlyFailed"), ("failed", "batch.failed"), ("cancelled", "batch.cancelled")));

    private static JsonObject Ended(IReadOnlyDictionary<string, long> counts)
    {
        var (good, bad) = (Sum(counts, Good), Sum(counts, Bad));
        return new()
        {
            ["total"] = good + bad + counts.GetValueOrDefault("cancelled"),
            ["succeeded"] = counts.GetValueOrDefault("succeeded"),
            ["skipped"] = counts.GetValueOrDefault("skipped"),
            ["failed"] = bad,
            ["cancelled"] = counts.GetValueOrDefault("cancelled"),
            ["successRate"] = good + bad == 0 ? null : Math.Round((double)good / (good + bad), 4),
        };
    }

    private static long Sum(IReadOnlyDictionary<string, long> counts, string[] words) => words.Sum(word => counts.GetValueOrDefault(word));

    private static JsonObject Json(IReadOnlyDictionary<string, int> counts)
    {
        var json = new JsonObject();
        foreach (var (name, count) in counts)
        {
            json[JsonNamingPolicy.CamelCase.ConvertName(name)] = count;
        }

        return json;
    }
}
