using System.Text.Json.Nodes;
using ArrFunctions.Ops.Stats;

namespace ArrFunctions.Audio;

/// <summary>Files in <c>GET stats</c>: those of this process, since its start.</summary>
internal static class AudioStats
{
    public static StatsPart Part(AudioMetrics metrics) => StatsPart.Of("audio", _ =>
    {
        var files = new JsonObject { ["total"] = metrics.Done.Counts.Values.Sum() };
        foreach (var status in (string[])["changed", "alreadyCorrect", "planned", "waiting", "skipped", "handed", "failed"])
        {
            files[status] = metrics.Done.Of(status);
        }

        files["meanMilliseconds"] = metrics.MeanTime is { } mean ? Math.Round(mean.TotalMilliseconds, 1) : null;
        return new JsonObject { ["sinceStart"] = files };
    });
}
