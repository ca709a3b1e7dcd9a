using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>Records of rewrites, found by id, by file, by being unfinished and by when their original goes.</summary>
/// <remarks>
/// One partition: few files need this, and one at a time. Rows: <c>r~{id}</c> the record; <c>p~{id}</c> it is unfinished; <c>f~{file}~{newest
/// first}~{id}</c> the new file; <c>k~{until}~{id}</c> its original is kept; <c>h~{file}~{id}</c> it was taken back, hands off.
/// </remarks>
internal sealed class RewriteStore(ITableStore tables)
{
    private const string Table = "AudioRewrites";
    private const string Partition = "rewrites";

    /// <summary>Makes a rewrite known before its first byte is written.</summary>
    public Task BeginAsync(RewriteRecord record, CancellationToken cancellationToken) => CommitAsync(
        [Insert(record), new TableChange.Insert(PendingKey(record), "{}")], cancellationToken);

    /// <summary>The new file is complete; from here on its name tells whether it took the place of the old one.</summary>
    public Task PrepareAsync(RewriteRecord ready, CancellationToken cancellationToken) => CommitAsync([Upsert(ready)], cancellationToken);

    /// <summary>The new file has the name.</summary>
    public Task FinishAsync(RewriteRecord ready, CancellationToken cancellationToken)
    {
        var done = ready with { Status = ready.KeptPath is null ? RewriteStatus.Final : RewriteStatus.Done };
        List<TableChange> changes =
        [
            Upsert(done),
            new TableChange.Delete(PendingKey(done)),
            new TableChange.Upsert(FileKey(done), "{}"),
        ];
        if (done.KeptUntil is { } until)
        {
            changes.Add(new TableChange.Upsert(KeptKey(until, done.Id), "{}"));
        }

        return CommitAsync(changes, cancellationToken);
    }

    /// <summary>The rewrite did not come about; nothing of it is kept.</summary>
    public Task ForgetAsync(RewriteRecord pending, CancellationToken cancellationToken) => CommitAsync(
        [new TableChange.Delete(RecordKey(pending.Id)), new TableChange.Delete(PendingKey(pending))], cancellationToken);

    /// <summary>The original is about to get its name back.</summary>
    public Task BeginTakeBackAsync(RewriteRecord returning, CancellationToken cancellationToken) => CommitAsync(
        [Upsert(returning), new TableChange.Upsert(PendingKey(returning), "{}")], cancellationToken);

    /// <summary>The original did not get its name back; the rewrite stands.</summary>
    public Task StayAsync(RewriteRecord returning, CancellationToken cancellationToken) => CommitAsync(
        [Upsert(returning with { Status = RewriteStatus.Done }), new TableChange.Delete(PendingKey(returning))], cancellationToken);

    /// <summary>The original has its name again, and nobody fixes it without being asked.</summary>
    public Task TakeBackAsync(RewriteRecord done, CancellationToken cancellationToken) => CommitAsync(
        [
            Upsert(done with { Status = RewriteStatus.TakenBack }),
            new TableChange.Delete(PendingKey(done)),
            new TableChange.Delete(FileKey(done)),
            new TableChange.Delete(KeptKey(done.KeptUntil!.Value, done.Id)),
            new TableChange.Upsert(HandsOffKey(done), "{}"),
        ],
        cancellationToken);

    /// <summary>The original is not kept any more.</summary>
    public Task CloseAsync(RewriteRecord done, CancellationToken cancellationToken) => CommitAsync(
        [Upsert(done with { Status = RewriteStatus.Final }), new TableChange.Delete(KeptKey(done.KeptUntil!.Value, done.Id))], cancellationToken);

    public async Task<RewriteRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, RecordKey(id), cancellationToken) is { } row ? FromJson(row.Content) : null;

    /// <summary>The newest rewrite that made this file.</summary>
    public ValueTask<RewriteRecord?> LatestOfAsync(FileStatus file, CancellationToken cancellationToken) =>
        RecordsAsync(RowKeyRange.Prefix($"f~{KeyOf(file.Inode, file.Size)}~"), cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>All that were cut off.</summary>
    public IAsyncEnumerable<RewriteRecord> PendingAsync(CancellationToken cancellationToken) => RecordsAsync(RowKeyRange.Prefix("p~"), cancellationToken);

    /// <summary>Those whose original may go.</summary>
    public IAsyncEnumerable<RewriteRecord> ExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        RecordsAsync(new RowKeyRange("k~", KeptKey(now.AddTicks(1), "")), cancellationToken);

    /// <summary>Whether somebody took a rewrite of this file back.</summary>
    public async Task<bool> IsHandsOffAsync(FileStatus file, CancellationToken cancellationToken) =>
        await RecordsAsync(RowKeyRange.Prefix($"h~{KeyOf(file.Inode, file.Size)}~"), cancellationToken).AnyAsync(cancellationToken);

    public async Task ClearHandsOffAsync(FileStatus file, CancellationToken cancellationToken)
    {
        await foreach (var record in RecordsAsync(RowKeyRange.Prefix($"h~{KeyOf(file.Inode, file.Size)}~"), cancellationToken))
        {
            await CommitAsync([new TableChange.Delete(HandsOffKey(record))], cancellationToken);
        }
    }

    private async IAsyncEnumerable<RewriteRecord> RecordsAsync(RowKeyRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in tables.ReadAllAsync(Table, Partition, range, cancellationToken))
        {
            if (await FindAsync(row.RowKey[(row.RowKey.LastIndexOf('~') + 1)..], cancellationToken) is { } record)
            {
                yield return record;
            }
        }
    }

    private Task CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken) =>
        tables.CommitAsync(Table, Partition, changes, cancellationToken);

    private static TableChange.Insert Insert(RewriteRecord record) => new(RecordKey(record.Id), ToJson(record));

    private static TableChange.Upsert Upsert(RewriteRecord record) => new(RecordKey(record.Id), ToJson(record));

    private static string RecordKey(string id) => $"r~{id}";

    private static string PendingKey(RewriteRecord record) => $"p~{record.Id}";

    private static string FileKey(RewriteRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"f~{KeyOf(record.NewInode, record.NewSize)}~{long.MaxValue - record.Created.UtcTicks:x16}~{record.Id}");

    private static string KeptKey(DateTimeOffset until, string id) => string.Create(CultureInfo.InvariantCulture, $"k~{until.UtcTicks:x16}~{id}");

    private static string HandsOffKey(RewriteRecord record) => $"h~{KeyOf(record.Inode, record.Size)}~{record.Id}";

    private static string KeyOf(ulong inode, long size) => $"{inode:x16}.{size:x}";

    private static string ToJson(RewriteRecord record) => JsonSerializer.Serialize(record, RewriteStoreJson.Default.RewriteRecord);

    private static RewriteRecord FromJson(string json) => JsonSerializer.Deserialize(json, RewriteStoreJson.Default.RewriteRecord)!;
}
