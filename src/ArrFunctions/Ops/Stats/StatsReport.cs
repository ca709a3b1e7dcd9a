using System.Text.Json.Nodes;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;

namespace ArrFunctions.Ops.Stats;

/// <summary>What was done, in numbers for people and their dashboards; kept for some seconds, since the days of the log are summed up for it.</summary>
internal sealed class StatsReport(IEnumerable<StatsPart> parts, EventLog log, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(5);

    private readonly DateTimeOffset started = clock.GetUtcNow();
    private readonly long start = clock.GetTimestamp();
    private readonly SemaphoreSlim turn = new(1);
    private string? kept;
    private long since;

    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (kept is null || clock.GetElapsedTime(since) >= KeepFor)
            {
                kept = (await MakeAsync(cancellationToken)).ToJsonString();
                since = clock.GetTimestamp();
            }

            return kept;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<JsonObject> MakeAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var counts = new EventCounts(await log.CountsAsync(today, cancellationToken), await log.TotalCountsAsync(cancellationToken));
        var stats = new JsonObject
        {
            ["version"] = StateHeader.ProductVersion,
            ["started"] = started,
            ["uptimeSeconds"] = (long)clock.GetElapsedTime(start).TotalSeconds,
        };
        foreach (var part in parts)
        {
            stats[part.Name] = await part.ReadAsync(counts, cancellationToken);
        }

        return stats;
    }
}
