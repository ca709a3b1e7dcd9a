using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Platform;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Indexers;

/// <summary>The memory of indexers over a store in memory, with a clock moved by hand.</summary>
internal sealed class ObservationBench
{
    public static readonly IndexerKey Indexer = new("prowlarr", 7);

    public ObservationBench(ITableStore? tables = null, IndexersOptions? options = null)
    {
        Tables = tables ?? Memory;
        Options = options ?? new();
        Store = new(Tables, Options, Clock);
    }

    public SetTime Clock { get; } = new();

    public MemoryTableStore Memory { get; } = new();

    public ITableStore Tables { get; }

    public IndexersOptions Options { get; }

    public ObservationStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Observation Ok(DateTimeOffset time, int? id = null, int milliseconds = 100) =>
        new() { Time = time, Source = ObservationSource.Query, Outcome = ObservationOutcome.Ok, HistoryId = id, ResponseMilliseconds = milliseconds };

    public static Observation Failed(
        DateTimeOffset time, FailureClass? kind = FailureClass.Timeout, ObservationSource source = ObservationSource.Query, string? reason = "no answer", int? id = null) =>
        new() { Time = time, Source = source, Outcome = ObservationOutcome.Failed, Class = kind, Reason = reason, HistoryId = id };

    public static Observation Seen(DateTimeOffset time, ObservationOutcome outcome) =>
        new() { Time = time, Source = ObservationSource.Flags, Outcome = outcome };

    public Task AddAsync(params Observation[] observations) => Store.AddAsync(Indexer, observations, Cancellation);

    public Task<IReadOnlyList<Observation>> ReadAsync() => Store.ReadAsync(Indexer, DateTimeOffset.UnixEpoch, Clock.Now.AddDays(2), Cancellation);

    /// <summary>Keys and contents of all rows of an indexer.</summary>
    public async Task<List<(string Key, string Content)>> RowsAsync(IndexerKey? indexer = null) =>
        await Tables.ReadAllAsync(ObservationKeys.Table, ObservationKeys.Partition(indexer ?? Indexer), RowKeyRange.All, Cancellation)
            .Select(row => (row.RowKey, row.Content)).ToListAsync(Cancellation);
}
