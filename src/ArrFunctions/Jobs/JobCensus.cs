using System.Globalization;
using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Jobs;

/// <summary>Counts the jobs that have not ended, from the lists that they stand in; no job is read for it.</summary>
internal sealed class JobCensus(ITableStore tables)
{
    /// <summary>Of each partition; a list that is longer is counted so far.</summary>
    private const int MostRows = 2_000;

    /// <summary>What the row of a job's status holds: what a waiting one waits for.</summary>
    public static string Mark(Job job) => job is { Status: JobStatus.Waiting, Wait: { } wait } ? $$"""{"for":"{{Word(wait.Reason)}}"}""" : "{}";

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public async Task<JobCounts> CountAsync(CancellationToken cancellationToken)
    {
        var counts = new JobCounts();
        foreach (var rows in await Task.WhenAll(JobStore.Partitions.Select(partition => OpenAsync(partition, cancellationToken))))
        {
            foreach (var row in rows)
            {
                Add(counts, row);
            }
        }

        return counts;
    }

    /// <summary>Queued and running ones stand side by side; between them and those that wait are the ones that have ended.</summary>
    private async Task<List<TableRow>> OpenAsync(string partition, CancellationToken cancellationToken)
    {
        List<TableRow> rows = [];
        foreach (var range in (RowKeyRange[])[new("s~queued.", "s~running.~"), RowKeyRange.Prefix($"s~{JobGroup.Waiting}~")])
        {
            rows.AddRange(await tables.ReadAllAsync(JobStore.Table, partition, range, cancellationToken).Take(MostRows).ToListAsync(cancellationToken));
        }

        return rows;
    }

    private static void Add(JobCounts counts, TableRow row)
    {
        var parts = row.RowKey.Split('~');
        switch (parts[1].Split('.'))
        {
            case ["queued", var lane]:
                counts.Queued[lane] = counts.Queued.GetValueOrDefault(lane) + 1;
                var since = new DateTimeOffset(long.MaxValue - long.Parse(parts[2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), TimeSpan.Zero);
                counts.OldestQueued[lane] = counts.OldestQueued.TryGetValue(lane, out var oldest) && oldest < since ? oldest : since;
                break;
            case ["running", var lane]:
                counts.Running[lane] = counts.Running.GetValueOrDefault(lane) + 1;
                break;
            default:
                using (var mark = JsonDocument.Parse(row.Content))
                {
                    var reason = mark.RootElement.TryGetProperty("for", out var told) ? told.GetString()! : "unknown";
                    counts.Waiting[reason] = counts.Waiting.GetValueOrDefault(reason) + 1;
                }

                break;
        }
    }
}

/// <summary>Jobs that have not ended: queued and running ones by lane, waiting ones by what they wait for.</summary>
internal sealed record JobCounts
{
    public Dictionary<string, int> Queued { get; } = new(StringComparer.Ordinal);

    /// <summary>Since when the one that waits longest is queued.</summary>
    public Dictionary<string, DateTimeOffset> OldestQueued { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Running { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Waiting { get; } = new(StringComparer.Ordinal);
}
