using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Indexers.Watch;

/// <summary>Takes in what was seen of indexers: it is remembered, and it counts.</summary>
internal sealed class Evidence(ObservationStore observations, IndexerRecords records)
{
    /// <summary>Can be done again with the same: it counts once.</summary>
    public async Task AddAsync(IndexerKey indexer, string name, IReadOnlyCollection<Observation> seen, CancellationToken cancellationToken)
    {
        if (seen.Count == 0)
        {
            return;
        }

        // The store keeps whole seconds: what the record tells of is found there at the same time.
        var kept = seen.Select(one => one with { Time = one.Time.ToSecond() }).ToList();
        await observations.AddAsync(indexer, kept, cancellationToken);
        await records.ChangeAsync(indexer, record => record.With(kept) with { Name = name }, told: null, cancellationToken);
    }
}
