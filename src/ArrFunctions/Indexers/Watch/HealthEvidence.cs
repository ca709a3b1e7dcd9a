namespace ArrFunctions.Indexers.Watch;

/// <summary>Takes in what an instance tells of its health of its own accord. Nobody is asked for it: the sweeps have seen the names.</summary>
internal sealed class HealthEvidence(IndexerRecords records, Evidence evidence, TimeProvider clock)
{
    /// <param name="check">The check that the instance made: <c>IndexerStatusCheck</c>.</param>
    /// <param name="message">In the language of its user interface.</param>
    /// <param name="isRestored">What the message tells is over; that is no proof that an indexer works, because a block ends by itself.</param>
    public async Task AddAsync(string instance, string? check, string? message, bool isError, bool isRestored, CancellationToken cancellationToken)
    {
        if (message is null || !HealthText.IsAboutIndexers(check))
        {
            return;
        }

        var known = (await records.AllAsync(cancellationToken)).Values
            .Where(record => record.Key.Instance == instance && record.Flags?.AreAnyOn is true)
            .ToLookup(record => record.Name, StringComparer.Ordinal);
        var seen = new Observation
        {
            Time = clock.GetUtcNow(),
            Source = ObservationSource.Webhook,
            Outcome = isRestored ? ObservationOutcome.Unblocked : ObservationOutcome.Failed,
        };
        foreach (var record in HealthText.Unavailable(message, isError, [.. known.Select(name => name.Key)]).SelectMany(name => known[name]))
        {
            await evidence.AddAsync(record.Key, record.Name, [seen], cancellationToken);
        }
    }
}
