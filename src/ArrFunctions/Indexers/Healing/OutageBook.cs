using System.Text.Json;
using ArrFunctions.Indexers.Views;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Healing;

/// <summary>The outages that were found, each told once when it begins and once when it ends: table <c>Indexers</c>, partition <c>outages</c>, one row.</summary>
internal sealed class OutageBook(ITableStore tables, OutboxSignal signal, ServarrClients clients, Live<IndexersOptions> options, TimeProvider clock)
{
    public const string Partition = "outages";

    private const string Row = "outages";

    /// <summary>The newest ones; a failure counts at most for some weeks.</summary>
    private const int MostKept = 100;

    public async Task<IReadOnlyList<OutageRecord>> ReadAsync(CancellationToken cancellationToken) => (await FindAsync(cancellationToken)).Outages;

    /// <summary>Judges anew, with what is known of the indexers now.</summary>
    public async Task<IReadOnlyList<OutageRecord>> UpdateAsync(IReadOnlyCollection<WatchedIndexer> watched, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var (known, etag) = await FindAsync(cancellationToken);
            var judged = OutageGuard.Judge(watched, [.. known.Select(outage => IsOfRemoved(outage) ? outage with { Until = now } : outage)], options.Value.Heal.OutageShare, now);
            if (judged.SequenceEqual(known))
            {
                return known;
            }

            var content = JsonSerializer.Serialize([.. judged.TakeLast(MostKept)], IndexerStateJson.Default.ListOutageRecord);
            if (await tables.TryWriteAsync(
                signal, (IndexerRecords.Table, Partition, Row), content, etag, [.. judged.Except(known).Select(outage => Told(outage, now))], cancellationToken))
            {
                return judged;
            }
        }
    }

    /// <summary>The indexers that are switched on, of the instances that could be asked.</summary>
    public static IReadOnlyList<WatchedIndexer> Watched(Look look, IReadOnlyDictionary<IndexerKey, IndexerRecord> records) =>
    [
        .. look.Judged.Where(indexer => indexer.IsOn).Select(indexer => records.GetValueOrDefault(indexer.Key) is { } record
            ? new WatchedIndexer(indexer.Key, record.LastAnswer, record.FailingSince)
            : new WatchedIndexer(indexer.Key, LastAnswer: null, FailingSince: null)),
    ];

    /// <summary>Nobody asks an instance that is not configured any more whether it is over.</summary>
    private bool IsOfRemoved(OutageRecord outage) => outage.Until is null && outage.Scope != OutageRecord.Everywhere && clients.Of(outage.Scope) is null;

    private async Task<(IReadOnlyList<OutageRecord> Outages, string? ETag)> FindAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(IndexerRecords.Table, Partition, Row, cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, IndexerStateJson.Default.ListOutageRecord)!, row.ETag)
            : ([], null);

    private static EventRecord Told(OutageRecord outage, DateTimeOffset now)
    {
        var where = outage.Scope == OutageRecord.Everywhere ? "all instances" : outage.Scope;
        return new()
        {
            Id = EventRecord.NewId(now),
            Time = now,
            Name = outage.Until is null ? "outage.began" : "outage.ended",
            Severity = outage.Until is null ? EventSeverity.Warning : EventSeverity.Information,
            Subject = outage.Scope == OutageRecord.Everywhere ? "network" : $"instance:{outage.Scope}",
            Actor = "indexers",
            Message = outage.Until is null
                ? $"{outage.Failing} of {outage.Watched} indexers of {where} began to fail together: it is the network or what stands between, and no indexer is changed because of it"
                : $"the outage of {where} that began at {outage.From.UtcDateTime:yyyy-MM-dd HH:mm} UTC is over",
        };
    }
}
