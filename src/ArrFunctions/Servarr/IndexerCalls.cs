using System.Text.Json.Nodes;

namespace ArrFunctions.Servarr;

/// <summary>The calls to one instance that are about its indexers. What goes wrong with one is a <see cref="ServarrException"/>.</summary>
internal sealed class IndexerCalls(Instance instance, ServarrConnection connection)
{
    public Task<IReadOnlyList<IndexerResource>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException($"{instance} {connection is null}");

    /// <returns>Null when there is no indexer with this id.</returns>
    public Task<IndexerResource?> FindAsync(int id, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Has the instance test an indexer, on or off: one question to the tracker. A failure makes the instance leave the indexer alone for longer, a success ends that.</summary>
    public Task<IndexerTestOutcome> TestAsync(int id, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Sets what indexers are used for. Nothing else of them changes, and none of them is tested.</summary>
    /// <param name="ids">At least one, all of this instance.</param>
    public Task SwitchAsync(IReadOnlyList<int> ids, IndexerFlags flags, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Prowlarr: the indexers that it leaves alone now.</summary>
    public Task<IReadOnlyList<IndexerStatusResource>> StatusesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Prowlarr: what it asked indexers since then, the oldest first, as it arrives.</summary>
    public IAsyncEnumerable<IndexerHistoryResource> HistorySinceAsync(DateTimeOffset since, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Prowlarr: the kinds of indexers that it can add, as they arrive, with all their members.</summary>
    public IAsyncEnumerable<JsonObject> SchemasAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Adds an indexer; the instance tests it first.</summary>
    /// <returns>As it was saved.</returns>
    public Task<IndexerResource> AddAsync(JsonObject indexer, CancellationToken cancellationToken) => throw new NotSupportedException();
}
