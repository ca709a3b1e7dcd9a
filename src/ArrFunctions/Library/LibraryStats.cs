using System.Text.Json.Nodes;
using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Stats;

namespace ArrFunctions.Library;

/// <summary>Exports and searches in <c>GET stats</c>.</summary>
internal static class LibraryStats
{
    public static StatsPart Searches() => StatsPart.Of("searches", static counts => counts.Of(("searched", "library.searched"), ("failed", "library.searchFailed")));

    /// <summary>The last one of each library.</summary>
    public static StatsPart Exports(ExportIntake intake, LibraryStore store, ExportStore exports) => new("exports", async (_, cancellationToken) =>
    {
        var last = new JsonObject();
        foreach (var instance in intake.Instances.Select(static instance => instance.Name))
        {
            if (await store.FindStateAsync(instance, cancellationToken) is ({ ExportId: { } id }, _)
                && await exports.FindAsync(instance, id, cancellationToken) is { Snapshot: { } figures })
            {
                last[instance] = new JsonObject { ["ended"] = figures.Time, ["files"] = figures.Files, ["meanScore"] = Math.Round(figures.MeanScore, 1), ["candidates"] = figures.Candidates, ["health"] = figures.Health };
            }
        }

        return new JsonObject { ["last"] = last };
    });
}
