using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Proposals: table <c>Discovery</c>, one partition, row <c>p~{id}</c>. There are as many as a few lists name.</summary>
internal sealed class ProposalStore(ITableStore tables, OutboxSignal signal)
{
    public const string Table = "Discovery";

    public const string Partition = "discovery";

    private const string Prefix = "p~";

    public IAsyncEnumerable<Proposal> AllAsync(CancellationToken cancellationToken) =>
        tables.ReadAllAsync(Table, Partition, RowKeyRange.Prefix(Prefix), cancellationToken).Select(Read);

    public async Task<Proposal?> FindAsync(string id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken)).Proposal;

    /// <summary>Reads, changes and writes until nobody else wrote between.</summary>
    /// <param name="id">Of the proposal.</param>
    /// <param name="change">Gets null where there is none; gives null where nothing is to be changed.</param>
    /// <param name="told">What to tell of it; null: nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was written; null: nothing.</returns>
    public async Task<Proposal?> ChangeAsync(string id, Func<Proposal?, Proposal?> change, Func<Proposal, EventRecord>? told, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (proposal, etag) = await ReadAsync(id, cancellationToken);
            if (change(proposal) is not { } next)
            {
                return null;
            }

            var content = JsonSerializer.Serialize(next, DiscoveryJson.Default.Proposal);
            if (await tables.TryWriteAsync(signal, (Table, Partition, Prefix + id), content, etag, told is null ? [] : [told(next)], cancellationToken))
            {
                return next;
            }
        }
    }

    public Task RemoveAsync(string id, CancellationToken cancellationToken) =>
        tables.CommitAsync(Table, Partition, [new TableChange.Delete(Prefix + id)], cancellationToken);

    private async Task<(Proposal? Proposal, string? ETag)> ReadAsync(string id, CancellationToken cancellationToken) =>
        Jobs.JobId.IsId(id) && await tables.GetAsync(Table, Partition, Prefix + id, cancellationToken) is { } row ? (Read(row), row.ETag) : (null, null);

    private static Proposal Read(TableRow row) => JsonSerializer.Deserialize(row.Content, DiscoveryJson.Default.Proposal)!;
}
