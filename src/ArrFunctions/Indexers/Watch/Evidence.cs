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

        await observations.AddAsync(indexer, seen, cancellationToken);
        await records.ChangeAsync(indexer, record => record.With(seen) with { Name = name }, told: null, cancellationToken);
    }
}
