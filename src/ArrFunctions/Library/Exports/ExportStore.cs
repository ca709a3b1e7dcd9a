using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Library.History;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Exports;

/// <summary>The run log of the exports: by id, and newest first over all instances; and the figures at the end of each.</summary>
internal sealed class ExportStore(ITableStore tables)
{
    public async Task<ExportRun?> FindAsync(string instance, string id, CancellationToken cancellationToken) =>
        await tables.GetAsync(LibraryKeys.Table, instance, LibraryKeys.Export(id), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Keeps an export as it is now; what else is written with it is written at once.</summary>
    public Task SetAsync(ExportRun run, IReadOnlyList<TableChange> also, CancellationToken cancellationToken) => tables.CommitAsync(
        LibraryKeys.Table,
        run.Instance,
        [
            new TableChange.Upsert(LibraryKeys.Export(run.Id), LibraryStore.Json(run, LibraryJson.Default.ExportRun)),
            new TableChange.Upsert(LibraryKeys.Run(run.Started, run.Id), "{}"),
            .. run.Snapshot is { } snapshot
                ? [new TableChange.Upsert(LibraryKeys.Snapshot(run.Started, run.Id), LibraryStore.Json(snapshot, LibraryJson.Default.LibrarySnapshot))]
                : (IReadOnlyList<TableChange>)[],
            .. also,
        ],
        cancellationToken);

    /// <summary>Whether <see cref="ListAsync"/> may have given it out.</summary>
    public static bool IsCursor(string text) => text is { Length: 52 } && text[19] is '~' && text[..19].All(char.IsAsciiDigit) && JobId.IsId(text[20..]);

    /// <summary>Exports, newest first.</summary>
    public async Task<(IReadOnlyList<ExportRun> Runs, string? Cursor)> ListAsync(
        IReadOnlyCollection<string> instances, int limit, string? cursor, CancellationToken cancellationToken)
    {
        if (instances.Count == 0)
        {
            return ([], null);
        }

        var page = await tables.ListMergedAsync(
            [.. instances.Select(static instance => new TableSlice(LibraryKeys.Table, instance, LibraryKeys.Runs))], limit, cursor, cancellationToken);
        var runs = new List<ExportRun>();
        foreach (var (slice, row) in page.Rows)
        {
            if (await FindAsync(slice.PartitionKey, IdOf(row), cancellationToken) is { } run)
            {
                runs.Add(run);
            }
        }

        return (runs, page.Cursor);
    }

    /// <summary>All exports of an instance, newest first.</summary>
    public IAsyncEnumerable<ExportRun> OfAsync(string instance, CancellationToken cancellationToken) => tables
        .ReadAllAsync(LibraryKeys.Table, instance, RowKeyRange.Prefix(LibraryKeys.Runs), cancellationToken)
        .Select(async (TableRow row, CancellationToken token) => await FindAsync(instance, IdOf(row), token))
        .OfType<ExportRun>();

    /// <summary>The figures at the end of each export, the oldest first.</summary>
    public async Task<IReadOnlyList<LibrarySnapshot>> SnapshotsAsync(string instance, CancellationToken cancellationToken) => await tables
        .ReadAllAsync(LibraryKeys.Table, instance, RowKeyRange.Prefix(LibraryKeys.Snapshots), cancellationToken)
        .Select(static row => JsonSerializer.Deserialize(row.Content, LibraryJson.Default.LibrarySnapshot)!)
        .ToListAsync(cancellationToken);

    private static string IdOf(TableRow row) => row.RowKey[(row.RowKey.LastIndexOf('~') + 1)..];

    private static ExportRun Read(TableRow row) => JsonSerializer.Deserialize(row.Content, LibraryJson.Default.ExportRun)!;
}
