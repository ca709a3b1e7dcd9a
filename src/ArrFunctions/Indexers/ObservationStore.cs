using ArrFunctions.Platform;

namespace ArrFunctions.Indexers;

/// <summary>Everything that was ever seen of indexers.</summary>
internal sealed class ObservationStore(ITableStore tables, IndexersOptions options)
{
    /// <summary>Keeps observations of one indexer, in any order; what is there already is not added again.</summary>
    public Task AddAsync(IndexerKey indexer, IReadOnlyCollection<Observation> observations, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{tables} {options}");

    /// <summary>What was seen of an indexer from one time to another (not included), the oldest first.</summary>
    public Task<IReadOnlyList<Observation>> ReadAsync(IndexerKey indexer, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
