using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Ops.Health;

namespace ArrFunctions.Ops.Stats;

/// <summary>Makes the figures of a start page of those that <see cref="StatsReport"/> and <see cref="HealthBoard"/> keep, so that it may be asked often.</summary>
internal sealed class WidgetReport(StatsReport stats, HealthBoard health)
{
    public async Task<Widget> ReadAsync(CancellationToken cancellationToken) =>
        Of(JsonNode.Parse(await stats.ReadAsync(cancellationToken))!, await health.ReadAsync(cancellationToken));

    /// <param name="stats">As <c>GET stats</c> answers; a part that is missing counts for nothing.</param>
    /// <param name="health">Check by check.</param>
    internal static Widget Of(JsonNode stats, HealthReport health)
    {
        var problems = health.Checks.Where(static check => check.Status > HealthStatus.Healthy).OrderByDescending(static check => check.Status).ToList();
        var (indexers, operations, exports) = (stats["indexers"]?["now"], stats["operations"], Exports(stats));
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(health.Status.ToString()),
            Text(stats["version"]),
            Number(stats["uptimeSeconds"]),
            problems.Count,
            problems is [var gravest, ..] ? FirstSentence(gravest.Reason) : null,
            Number(indexers?["working"]),
            Number(indexers?["failing"]) + Number(indexers?["takenOut"]),
            Number(indexers?["switchedOff"]),
            Number(operations?["now"]?["queued"]),
            Number(operations?["now"]?["running"]),
            Number(operations?["now"]?["waiting"]),
            Done(operations?["today"]),
            Done(operations?["lifetime"]),
            Number(operations?["today"]?["failed"]),
            Number(stats["audio"]?["sinceStart"]?["changed"]),
            exports.Sum(static export => Number(export["files"])),
            exports.Sum(static export => Number(export["candidates"])),
            LibraryHealth(exports),
            exports.Max(static export => Time(export["ended"])),
            Time(stats["backups"]?["last"]));
    }

    private static List<JsonNode> Exports(JsonNode stats) =>
        stats["exports"]?["last"] is JsonObject last ? [.. last.Select(static export => export.Value).OfType<JsonNode>()] : [];

    private static double? LibraryHealth(List<JsonNode> exports)
    {
        var known = exports.Where(static export => export["health"] is not null && Number(export["files"]) > 0).ToList();
        return known is [] ? null : Math.Round(known.Sum(static export => (double)export["health"]! * Number(export["files"])) / known.Sum(static export => Number(export["files"])), 1);
    }

    private static long Done(JsonNode? jobs) => Number(jobs?["succeeded"]) + Number(jobs?["skipped"]);

    private static long Number(JsonNode? value) => (long?)value ?? 0;

    private static string Text(JsonNode? value) => (string?)value ?? "";

    private static DateTimeOffset? Time(JsonNode? value) => (DateTimeOffset?)value;

    private static string FirstSentence(string reason) => reason.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end ? reason[..(end + 1)] : reason;
}
