using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio.Undo;

/// <summary>Undo records, found by id, by file, and by being unfinished.</summary>
/// <remarks>
/// One partition of 32 holds all rows of a file, so each step below is one atomic batch. Rows: <c>r~{id}</c> the record;
/// <c>p~{file}~{id}</c> it is pending; <c>f~{file}~{newest first}~{id}</c> a fix that can be taken back; <c>h~{file}~{id}</c> an undo, hands off.
/// </remarks>
internal sealed class UndoStore(ITableStore tables)
{
    /// <summary>Most bytes of JSON that one record may take; a change that needs more is not made in place.</summary>
    public const int MaxRecordBytes = 200 * 1024;

    private const string Table = "AudioUndo";

    public static bool Fits(UndoRecord record) => Encoding.UTF8.GetByteCount(ToJson(record)) <= MaxRecordBytes;

    /// <summary>Makes a change known before its first byte is written.</summary>
    public Task BeginAsync(UndoRecord record, CancellationToken cancellationToken) => CommitAsync(
        record, [new TableChange.Insert(RecordKey(record.Id), ToJson(record)), new TableChange.Insert(PendingKey(record), "{}")], cancellationToken);

    /// <summary>The change is in the file.</summary>
    /// <param name="pending">The record as it was begun.</param>
    /// <param name="inode">The file that holds the change now; another than at the beginning where it was replaced.</param>
    public async Task FinishAsync(UndoRecord pending, ulong inode, CancellationToken cancellationToken)
    {
        var done = pending with { Status = UndoStatus.Done, Inode = inode };
        List<TableChange> changes = [new TableChange.Upsert(RecordKey(done.Id), ToJson(done)), new TableChange.Delete(PendingKey(pending))];
        if (done.Undoes is null)
        {
            changes.Add(new TableChange.Upsert(FileIndexKey(done), "{}"));
        }
        else
        {
            changes.AddRange(await TakenBackAsync(done, cancellationToken));
        }

        await CommitAsync(done, changes, cancellationToken);
    }

    /// <summary>The change is not in the file, and will not be.</summary>
    public Task CloseAsync(UndoRecord pending, UndoStatus status, string reason, CancellationToken cancellationToken)
    {
        var closed = pending with { Status = status, Reason = reason };
        return CommitAsync(
            pending, [new TableChange.Upsert(RecordKey(closed.Id), ToJson(closed)), new TableChange.Delete(PendingKey(pending))], cancellationToken);
    }

    /// <summary>The change was never begun and may be tried again; nothing of it is kept.</summary>
    public Task ForgetAsync(UndoRecord pending, CancellationToken cancellationToken) => CommitAsync(
        pending, [new TableChange.Delete(RecordKey(pending.Id)), new TableChange.Delete(PendingKey(pending))], cancellationToken);

    public async Task<UndoRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, UndoId.PartitionOf(id), RecordKey(id), cancellationToken) is { } row ? FromJson(row.Content) : null;

    /// <summary>The newest fix of a file that was not taken back.</summary>
    public async Task<UndoRecord?> LatestOfAsync(MediaFile file, CancellationToken cancellationToken) =>
        await RecordsOfAsync('f', file, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Unfinished changes of one file.</summary>
    public IAsyncEnumerable<UndoRecord> PendingOfAsync(MediaFile file, CancellationToken cancellationToken) => RecordsOfAsync('p', file, cancellationToken);

    /// <summary>All unfinished changes.</summary>
    public async IAsyncEnumerable<UndoRecord> PendingAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var partition = 0; partition < UndoId.Partitions; partition++)
        {
            await foreach (var record in RecordsAsync(UndoId.Partition(partition), "p~", cancellationToken))
            {
                yield return record;
            }
        }
    }

    /// <summary>Whether somebody took a fix of this file back, so that it is not fixed again without being asked for by name.</summary>
    public async Task<bool> IsHandsOffAsync(MediaFile file, CancellationToken cancellationToken) =>
        await RecordsOfAsync('h', file, cancellationToken).AnyAsync(cancellationToken);

    public async Task ClearHandsOffAsync(MediaFile file, CancellationToken cancellationToken)
    {
        await foreach (var record in RecordsOfAsync('h', file, cancellationToken))
        {
            await CommitAsync(record, [new TableChange.Delete(HandsOffKey(record))], cancellationToken);
        }
    }

    /// <summary>After rows were lost: every record is found by its file, and by being unfinished.</summary>
    /// <returns>How many rows were written or removed.</returns>
    public async Task<int> RepairAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        for (var partition = 0; partition < UndoId.Partitions; partition++)
        {
            var name = UndoId.Partition(partition);
            var expected = await tables.ReadAllAsync(Table, name, RowKeyRange.Prefix(RecordKey("")), cancellationToken)
                .Select(static row => FromJson(row.Content))
                .Select(static record => record switch
                {
                    { Status: UndoStatus.Pending } => PendingKey(record),
                    { Status: UndoStatus.Done, Undoes: null, UndoneBy: null } => FileIndexKey(record),
                    _ => null,
                })
                .OfType<string>()
                .ToDictionaryAsync(static key => key, static _ => "{}", StringComparer.Ordinal, cancellationToken);

            // Who took a fix back is remembered by h~ rows, also where a person has allowed the file again since: those are left as they are.
            changed += await StateRepairs.FitAsync(tables, Table, name, ["p~", "f~"], expected, cancellationToken);
        }

        return changed;
    }

    private async Task<IEnumerable<TableChange>> TakenBackAsync(UndoRecord undo, CancellationToken cancellationToken)
    {
        if (await FindAsync(undo.Undoes!, cancellationToken) is not { } undone)
        {
            return [new TableChange.Upsert(HandsOffKey(undo), "{}")]; // It was lost with a damaged state.
        }

        return
        [
            new TableChange.Upsert(RecordKey(undone.Id), ToJson(undone with { UndoneBy = undo.Id })),
            new TableChange.Delete(FileIndexKey(undone)),
            new TableChange.Upsert(HandsOffKey(undo), "{}"),
        ];
    }

    /// <summary>Records of one index that belong to the file: another one may have its inode number and length on another disk.</summary>
    private IAsyncEnumerable<UndoRecord> RecordsOfAsync(char index, MediaFile file, CancellationToken cancellationToken) =>
        RecordsAsync(UndoId.PartitionOf(file.Status.Size), $"{index}~{UndoRecord.KeyOf(file.Status)}~", cancellationToken).Where(record => record.IsOf(file));

    private async IAsyncEnumerable<UndoRecord> RecordsAsync(
        string partition, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ReadAllAsync(Table, partition, RowKeyRange.Prefix(prefix), cancellationToken))
        {
            if (await FindAsync(IdIn(row.RowKey), cancellationToken) is { } record)
            {
                yield return record;
            }
        }
    }

    private Task CommitAsync(UndoRecord record, IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
        tables.CommitAsync(Table, UndoId.PartitionOf(record.Id), changes, cancellationToken);

    private static string RecordKey(string id) => $"r~{id}";

    private static string PendingKey(UndoRecord record) => $"p~{record.FileKey}~{record.Id}";

    private static string FileIndexKey(UndoRecord record) => $"f~{record.FileKey}~{long.MaxValue - record.Created.UtcTicks:x16}~{record.Id}";

    private static string HandsOffKey(UndoRecord undo) => $"h~{undo.FileKey}~{undo.Id}";

    private static string IdIn(string rowKey) => rowKey[(rowKey.LastIndexOf('~') + 1)..];

    private static string ToJson(UndoRecord record) => JsonSerializer.Serialize(record, UndoJson.Default.UndoRecord);

    private static UndoRecord FromJson(string json) => JsonSerializer.Deserialize(json, UndoJson.Default.UndoRecord)!;
}
