using System.Globalization;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Watch;

/// <summary>Reads what Prowlarr asked its indexers since the last time: the truth about each question, at no cost to a tracker.</summary>
internal sealed class QueryHistory(HistoryCursors cursors, Evidence evidence, TimeProvider clock)
{
    /// <summary>So much is read twice: an entry can become visible after a newer one. Its id tells that it is the same.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>What is there at the first reading; Prowlarr keeps 30 days unless it is told otherwise.</summary>
    private static readonly TimeSpan FirstReading = TimeSpan.FromDays(30);

    /// <summary>Entries that are held at once.</summary>
    private const int MostHeld = 5000;

    /// <summary>Searches, the reading of feeds and logins; a grab fails for reasons of its release.</summary>
    private static readonly string[] Questions = ["indexerQuery", "indexerRss", "indexerAuth"];

    /// <param name="names">Of the indexers that there are, by id; of others nothing is kept.</param>
    /// <param name="client">Of a Prowlarr.</param>
    /// <param name="cancellationToken">Ends it early; it goes on from there the next time.</param>
    public async Task ReadAsync(ServarrClient client, IReadOnlyDictionary<int, string> names, CancellationToken cancellationToken)
    {
        var instance = client.Instance.Name;
        var now = clock.GetUtcNow();
        var since = await cursors.FindAsync(instance, cancellationToken) ?? now - FirstReading;

        // The clock was ahead: nobody knows until when it was really read, and what is read twice is kept once.
        since = since > now ? now - FirstReading : since;
        var newest = since;
        var held = new List<IndexerHistoryResource>();
        await foreach (var entry in client.Indexers.HistorySinceAsync(since, cancellationToken))
        {
            newest = entry.Date > newest && entry.Date <= now ? entry.Date : newest;
            if (Questions.Contains(entry.EventType, StringComparer.OrdinalIgnoreCase) && entry.Data?.Cached is not "1" && names.ContainsKey(entry.IndexerId))
            {
                held.Add(entry);
            }

            if (held.Count == MostHeld)
            {
                await KeepAsync(instance, names, held, cancellationToken);
                held.Clear();
            }
        }

        await KeepAsync(instance, names, held, cancellationToken);

        // Everything found is durable here, and is found again if this is cut off.
        if (newest - Overlap > since)
        {
            await cursors.MoveAsync(instance, newest - Overlap, cancellationToken);
        }
    }

    private async Task KeepAsync(
        string instance, IReadOnlyDictionary<int, string> names, IEnumerable<IndexerHistoryResource> entries, CancellationToken cancellationToken)
    {
        foreach (var indexer in entries.GroupBy(entry => entry.IndexerId))
        {
            await evidence.AddAsync(new(instance, indexer.Key), names[indexer.Key], [.. indexer.Select(Read)], cancellationToken);
        }
    }

    private static Observation Read(IndexerHistoryResource entry) => new()
    {
        Time = entry.Date,
        Source = ObservationSource.Query,
        Outcome = entry.Successful ? ObservationOutcome.Ok : ObservationOutcome.Failed,
        ResponseMilliseconds = int.TryParse(entry.Data?.ElapsedTime, NumberStyles.None, CultureInfo.InvariantCulture, out var elapsed) ? elapsed : null,
        HistoryId = entry.Id,
    };
}
