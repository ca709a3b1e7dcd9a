using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Access;

/// <summary>New texts for keys, and when they were used.</summary>
internal sealed partial class KeyStore
{
    private const string UsePrefix = "u~";

    /// <summary>
    /// Gives a key a new text; role, instance and end stay. The old one is worth nothing any more, or works on beside it for the overlap, under its name with a mark. In the same step
    /// earlier ones of this name go that are over. Of two that rotate a key at once, one does.
    /// </summary>
    public async Task<KeyRotation> RotateAsync(string id, KeyText text, TimeSpan overlap, string actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var rows = (await RowsAsync(cancellationToken)).ConvertAll(row => (Row: row, Key: FromJson(row)));
            var (row, old) = rows.Find(one => one.Key.Id == id);
            if (row is null)
            {
                return new KeyRotation.NotFound();
            }

            if (old.ReplacedBy is not null)
            {
                return new KeyRotation.Replaced(old);
            }

            if (old.HasExpired(now))
            {
                return new KeyRotation.Expired(old);
            }

            var key = old with { Id = text.Id, Created = now };
            var before = rows.FindAll(one => one.Key.ReplacedBy is not null && one.Key.HasExpired(now) && NameBefore(one.Key) == NameRow(old.Name)).Take(10);
            try
            {
                await CommitAsync(
                    [
                        new TableChange.Insert(KeyPrefix + text.Hash, JsonSerializer.Serialize(key, KeyJson.Default.AccessKey)),
                        .. Replacement(row, old, key, overlap, now),
                        .. before.SelectMany(one => Deletion(one.Row, one.Key, actor)),
                        Outbox.Row(Event("key.rotated", key, actor, $"The key '{key.Name}' has a new text; the old one {(overlap > TimeSpan.Zero ? "ends after the overlap" : "ended at once")}.")),
                    ],
                    cancellationToken);
                return new KeyRotation.Rotated(key);
            }
            catch (TableConflictException)
            {
                // Somebody else was first; look again.
            }
        }
    }

    /// <summary>The hashes of all keys.</summary>
    public async Task<HashSet<string>> HashesAsync(CancellationToken cancellationToken) =>
        [.. (await RowsAsync(cancellationToken)).Select(row => row.RowKey[KeyPrefix.Length..])];

    /// <summary>When keys were used last, by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, KeyUse>> UsesAsync(CancellationToken cancellationToken) =>
        await tables.ReadAllAsync(Table, Partition, RowKeyRange.Prefix(UsePrefix), cancellationToken)
            .ToDictionaryAsync(row => row.RowKey[UsePrefix.Length..], row => JsonSerializer.Deserialize(row.Content, KeyJson.Default.KeyUse)!, StringComparer.Ordinal, cancellationToken);

    /// <summary>Of keys that were deleted meanwhile nothing is kept.</summary>
    public async Task WriteUsesAsync(IEnumerable<KeyValuePair<string, KeyUse>> uses, CancellationToken cancellationToken)
    {
        var ids = (await RowsAsync(cancellationToken)).Select(row => FromJson(row).Id).ToHashSet(StringComparer.Ordinal);
        foreach (var batch in uses.Where(use => ids.Contains(use.Key)).Chunk(TableRules.MaxBatchChanges))
        {
            await tables.CommitAsync(
                Table, Partition, [.. batch.Select(use => new TableChange.Upsert(UsePrefix + use.Key, JsonSerializer.Serialize(use.Value, KeyJson.Default.KeyUse)))], cancellationToken);
        }
    }

    public Task TellAsync(IEnumerable<EventRecord> events, CancellationToken cancellationToken) => CommitAsync([.. events.Select(Outbox.Row)], cancellationToken);

    /// <summary>The row key of the name that a replaced key had before.</summary>
    private static string NameBefore(AccessKey replaced) => NameRow(replaced.Name[..^(NextMark.Length + MarkDigits)]);

    private static IEnumerable<TableChange> Replacement(TableRow row, AccessKey old, AccessKey key, TimeSpan overlap, DateTimeOffset now)
    {
        if (overlap <= TimeSpan.Zero)
        {
            return [new TableChange.Delete(row.RowKey, row.ETag), new TableChange.Delete(UsePrefix + old.Id)];
        }

        var end = now + overlap;
        var left = old with { Name = $"{old.Name}{NextMark}{old.Id[..MarkDigits]}", Expires = old.Expires < end ? old.Expires : end, ReplacedBy = key.Id };
        return
        [
            new TableChange.Replace(row.RowKey, JsonSerializer.Serialize(left, KeyJson.Default.AccessKey), row.ETag),
            new TableChange.Upsert(NameRow(left.Name), "{}"),
        ];
    }
}
