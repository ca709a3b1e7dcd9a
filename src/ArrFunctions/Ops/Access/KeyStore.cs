using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Access;

/// <summary>The keys, found by their hash. Nothing is cached: a deleted key is worth nothing from then on, in every process.</summary>
/// <remarks>
/// One partition, so that each step is one atomic batch. Rows: <c>h~{hash}</c> the key, whose id is the beginning of its hash;
/// <c>n~{hash of the name}</c> the name is taken; <c>u~{id}</c> when it was used last; and the events.
/// </remarks>
internal sealed partial class KeyStore(ITableStore tables, OutboxSignal signal, TimeProvider time)
{
    public const string Table = "Keys";
    public const string Partition = "keys";

    private const string KeyPrefix = "h~";
    private const string NextMark = " #";
    private const int MarkDigits = 8;

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        (await tables.ListAsync(Table, Partition, RowKeyRange.Prefix(KeyPrefix), limit: 1, continuation: null, cancellationToken)).Rows is [];

    public async Task<AccessKey?> FindAsync(KeyText text, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, KeyPrefix + text.Hash, cancellationToken) is { } row ? FromJson(row) : null;

    /// <summary>By the id, which is the beginning of the hash.</summary>
    public async Task<AccessKey?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.ListAsync(Table, Partition, RowKeyRange.Prefix(KeyPrefix + id), limit: 1, continuation: null, cancellationToken) is { Rows: [var row] } ? FromJson(row) : null;

    /// <summary>All keys, the oldest first.</summary>
    public async Task<IReadOnlyList<AccessKey>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await RowsAsync(cancellationToken)).Select(FromJson).OrderBy(key => key.Created).ThenBy(key => key.Id, StringComparer.Ordinal)];

    /// <summary>Keeps a new key that never expires; null when another one has its name.</summary>
    /// <exception cref="ArgumentException">The name is none that a key can have.</exception>
    public Task<AccessKey?> AddAsync(KeyText text, string name, Role role, string actor, CancellationToken cancellationToken) =>
        AddAsync(text, new KeyGrant(name, role), actor, cancellationToken);

    /// <summary>Keeps a new key; null when another one has its name.</summary>
    /// <exception cref="ArgumentException">The name is none that a key can have.</exception>
    public async Task<AccessKey?> AddAsync(KeyText text, KeyGrant grant, string actor, CancellationToken cancellationToken)
    {
        if (!KeyName.IsValid(grant.Name))
        {
            throw new ArgumentException("The name of a key has 1 to 64 printable characters.", nameof(grant));
        }

        var key = new AccessKey(text.Id, grant.Name, grant.Role, time.GetUtcNow(), grant.Expires, grant.Instance);
        try
        {
            await CommitAsync(
                [
                    new TableChange.Insert(KeyPrefix + text.Hash, JsonSerializer.Serialize(key, KeyJson.Default.AccessKey)),
                    new TableChange.Insert(NameRow(key.Name), "{}"),
                    Outbox.Row(Event("key.created", key, actor, $"The key '{key.Name}' was made.") with { After = key.Role.Word() }),
                ],
                cancellationToken);
            return key;
        }
        catch (TableConflictException conflict) when (conflict.RowKey == NameRow(key.Name))
        {
            return null;
        }
    }

    public async Task<KeyDeletion> DeleteAsync(string id, string actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await RowsAsync(cancellationToken);
            if (rows.FirstOrDefault(row => FromJson(row).Id == id) is not { } deleted)
            {
                return KeyDeletion.NotFound;
            }

            var key = FromJson(deleted);
            List<TableChange> changes = [.. Deletion(deleted, key, actor)];
            if (key.IsLastingAdmin)
            {
                if (rows.FirstOrDefault(row => row != deleted && FromJson(row).IsLastingAdmin) is not { } remaining)
                {
                    return KeyDeletion.LastAdmin;
                }

                // Written as it is, on condition that it is still there: of two admin keys that are deleted at once, one stays.
                changes.Add(new TableChange.Replace(remaining.RowKey, remaining.Content, remaining.ETag));
            }

            try
            {
                await CommitAsync(changes, cancellationToken);
                return KeyDeletion.Deleted;
            }
            catch (TableConflictException)
            {
                // Somebody else was first; look again.
            }
        }
    }

    /// <summary>A name for a key that is to become the one of this name, beside the one that has it now.</summary>
    public static string NextName(string name, KeyText text) => $"{name}{NextMark}{text.Id[..MarkDigits]}";

    /// <summary>
    /// Gives a webhook key that was kept under <see cref="NextName"/> its name for good. In the same step the webhook key that had the name is deleted,
    /// and so are those that were to have it and never got it. Where a key of another role has the name, that one keeps it.
    /// </summary>
    public async Task ReplaceAsync(string id, string name, string actor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = (await RowsAsync(cancellationToken)).ConvertAll(row => (Row: row, Key: FromJson(row)));
            if (rows.Find(row => row.Key.Id == id) is not { Key: { } next } found)
            {
                return; // deleted meanwhile
            }

            var before = rows.FindAll(row => row.Key.Id != id && row.Key.Role is Role.Webhook
                && (NameRow(row.Key.Name) == NameRow(name) || row.Key.Name.StartsWith(name + NextMark, StringComparison.OrdinalIgnoreCase)));
            List<TableChange> changes = [.. before.SelectMany(row => Deletion(row.Row, row.Key, actor))];
            if (!rows.Exists(row => row.Key.Role is not Role.Webhook && NameRow(row.Key.Name) == NameRow(name)))
            {
                changes.RemoveAll(change => change is TableChange.Delete { RowKey: var key } && key == NameRow(name));
                changes.Add(new TableChange.Replace(found.Row.RowKey, JsonSerializer.Serialize(next with { Name = name }, KeyJson.Default.AccessKey), found.Row.ETag));
                changes.Add(new TableChange.Delete(NameRow(next.Name)));
                changes.Add(new TableChange.Upsert(NameRow(name), "{}"));
                changes.Add(Outbox.Row(Event("key.renamed", next with { Name = name }, actor, $"The key '{next.Name}' is the key '{name}' now.")));
            }

            try
            {
                if (changes.Count > 0)
                {
                    await CommitAsync(changes, cancellationToken);
                }

                return;
            }
            catch (TableConflictException)
            {
                // Somebody else was first; look again.
            }
        }
    }

    /// <summary>After rows were lost: each key has its name, and no name belongs to a key that is gone.</summary>
    /// <returns>How many rows were written or removed.</returns>
    public async Task<int> RepairAsync(CancellationToken cancellationToken)
    {
        var names = (await RowsAsync(cancellationToken)).Select(row => NameRow(FromJson(row).Name)).Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => "{}", StringComparer.Ordinal);
        return await StateRepairs.FitAsync(tables, Table, Partition, ["n~"], names, cancellationToken);
    }

    private async Task<List<TableRow>> RowsAsync(CancellationToken cancellationToken) =>
        await tables.ReadAllAsync(Table, Partition, RowKeyRange.Prefix(KeyPrefix), cancellationToken).ToListAsync(cancellationToken);

    private async Task CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        await tables.CommitAsync(Table, Partition, changes, cancellationToken);
        signal.Set();
    }

    private TableChange[] Deletion(TableRow row, AccessKey key, string actor) =>
    [
        new TableChange.Delete(row.RowKey, row.ETag),
        new TableChange.Delete(NameRow(key.Name)),
        new TableChange.Delete(UsePrefix + key.Id),
        Outbox.Row(Event("key.deleted", key, actor, $"The key '{key.Name}' was deleted.") with { Before = key.Role.Word() }),
    ];

    private EventRecord Event(string name, AccessKey key, string actor, string message) => new()
    {
        Id = EventRecord.NewId(time.GetUtcNow()),
        Time = time.GetUtcNow(),
        Name = name,
        Subject = $"key:{key.Name}",
        Actor = actor,
        Message = message,
    };

    private static string NameRow(string name) => $"n~{KeyName.Hash(name)}";

    private static AccessKey FromJson(TableRow row) => JsonSerializer.Deserialize(row.Content, KeyJson.Default.AccessKey)!;
}
