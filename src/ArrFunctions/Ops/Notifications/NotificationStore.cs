using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Notifications;

/// <summary>What targets have to be told, and how they stand.</summary>
/// <remarks>
/// Table <c>Notifications</c>, one partition, which stays with its host. Of each target: <c>c~{name}</c> how far the log was read; <c>s~{name}</c> how it stands;
/// <c>w~{name}~{number}</c> what waits, in its order; <c>d~{name}~{event}</c> what the next digest tells; <c>r~{name}~{hash}</c> what it was told lately. And <c>o~</c> events.
/// Everything but <c>s~</c> and the removal of <c>w~</c> is written together with the cursor row, under its ETag, so that two who take in do nothing twice.
/// </remarks>
internal sealed class NotificationStore(ITableStore tables, OutboxSignal signal)
{
    public const string Table = "Notifications";

    public const string Partition = "notifications";

    /// <summary>Notices that wait for a target at most.</summary>
    public const int MostWaiting = 500;

    private const int ChangesAtOnce = TableRules.MaxBatchChanges - 2;

    public async Task<IReadOnlyDictionary<string, (IntakeCursor Cursor, string ETag)>> CursorsAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, (IntakeCursor, string)>(StringComparer.Ordinal);
        await foreach (var row in tables.ReadAllAsync(Table, Partition, RowKeyRange.Prefix("c~"), cancellationToken))
        {
            found[row.RowKey[2..]] = (Read(row, NotificationJson.Default.IntakeCursor), row.ETag);
        }

        return found;
    }

    public async Task<(TargetState State, string? ETag)> StateAsync(string target, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, $"s~{target}", cancellationToken) is { } row ? (Read(row, NotificationJson.Default.TargetState), row.ETag) : (new(), null);

    /// <summary>What waits, oldest first.</summary>
    public async Task<IReadOnlyList<KeptNotice>> WaitingAsync(string target, CancellationToken cancellationToken)
    {
        var page = await tables.ListAsync(Table, Partition, RowKeyRange.Prefix($"w~{target}~"), TableRules.MaxPageRows, continuation: null, cancellationToken);
        return [.. page.Rows.Select(static row => new KeptNotice(row.RowKey, Read(row, NotificationJson.Default.WaitingNotice)))];
    }

    /// <summary>Removals of the oldest, to be made with what adds so many more.</summary>
    /// <param name="most">Removals at once; where they do not reach, the next ones go on.</param>
    public async Task<IReadOnlyList<TableChange>> CrowdOutAsync(string target, int more, int most, CancellationToken cancellationToken)
    {
        if (more == 0)
        {
            return [];
        }

        var waiting = await WaitingAsync(target, cancellationToken);
        return [.. waiting.Take(Math.Min(waiting.Count + more - MostWaiting, most)).Select(static kept => new TableChange.Delete(kept.Key))];
    }

    public async Task<DigestGroup?> DigestAsync(string target, string name, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, DigestKey(target, name), cancellationToken) is { } row ? Read(row, NotificationJson.Default.DigestGroup) : null;

    public async Task<IReadOnlyList<DigestGroup>> DigestAsync(string target, CancellationToken cancellationToken)
    {
        var page = await tables.ListAsync(Table, Partition, RowKeyRange.Prefix($"d~{target}~"), ChangesAtOnce, continuation: null, cancellationToken);
        return [.. page.Rows.Select(static row => Read(row, NotificationJson.Default.DigestGroup))];
    }

    public async Task<Repeat?> RepeatAsync(string target, string key, CancellationToken cancellationToken) =>
        await tables.GetAsync(Table, Partition, RepeatKey(target, key), cancellationToken) is { } row ? Read(row, NotificationJson.Default.Repeat) : null;

    public IAsyncEnumerable<(string Key, Repeat Repeat)> RepeatsAsync(string target, CancellationToken cancellationToken) => tables
        .ReadAllAsync(Table, Partition, RowKeyRange.Prefix($"r~{target}~"), cancellationToken)
        .Select(static row => (row.RowKey[(row.RowKey.LastIndexOf('~') + 1)..], Read(row, NotificationJson.Default.Repeat)));

    public static TableChange Waiting(string target, long number, string rest, WaitingNotice notice) =>
        new TableChange.Upsert($"w~{target}~{number.ToString("x16", CultureInfo.InvariantCulture)}{rest}", Text(notice, NotificationJson.Default.WaitingNotice));

    public static TableChange Digest(string target, DigestGroup group) => new TableChange.Upsert(DigestKey(target, group.Name), Text(group, NotificationJson.Default.DigestGroup));

    public static TableChange NoDigest(string target, string name) => new TableChange.Delete(DigestKey(target, name));

    public static TableChange Repeated(string target, string key, Repeat? repeat) => repeat is null
        ? new TableChange.Delete(RepeatKey(target, key))
        : new TableChange.Upsert(RepeatKey(target, key), Text(repeat, NotificationJson.Default.Repeat));

    /// <summary>Moves the cursor of a target, with what was read until there.</summary>
    /// <param name="etag">Null: there was none.</param>
    /// <returns>False when somebody else moved it.</returns>
    public Task<bool> TryMoveAsync(string target, IntakeCursor cursor, string? etag, IEnumerable<TableChange> changes, CancellationToken cancellationToken)
    {
        var content = Text(cursor, NotificationJson.Default.IntakeCursor);
        return TryAsync([etag is null ? new TableChange.Insert($"c~{target}", content) : new TableChange.Replace($"c~{target}", content, etag), .. changes], cancellationToken);
    }

    /// <summary>Writes how a target stands, with what is told of that, and removes what it took.</summary>
    /// <returns>False when somebody else wrote it.</returns>
    public async Task<bool> TryWriteAsync(string target, TargetState state, string? etag, EventRecord? told, IReadOnlyList<string> taken, CancellationToken cancellationToken)
    {
        var content = Text(state, NotificationJson.Default.TargetState);
        TableChange row = etag is null ? new TableChange.Insert($"s~{target}", content) : new TableChange.Replace($"s~{target}", content, etag);
        if (!await TryAsync([row, .. told is null ? (TableChange[])[] : [Outbox.Row(told)], .. taken.Take(ChangesAtOnce).Select(static key => new TableChange.Delete(key))], cancellationToken))
        {
            return false;
        }

        if (told is not null)
        {
            signal.Set();
        }

        await DeleteAsync(taken.Skip(ChangesAtOnce), cancellationToken);
        return true;
    }

    /// <summary>Forgets a target, its cursor at last: what was cut off goes on.</summary>
    public async Task RemoveAsync(string target, CancellationToken cancellationToken)
    {
        foreach (var prefix in (string[])[$"w~{target}~", $"d~{target}~", $"r~{target}~"])
        {
            await DeleteAsync(await tables.ReadAllAsync(Table, Partition, RowKeyRange.Prefix(prefix), cancellationToken).Select(static row => row.RowKey).ToListAsync(cancellationToken), cancellationToken);
        }

        await DeleteAsync([$"s~{target}", $"c~{target}"], cancellationToken);
    }

    private async Task DeleteAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        foreach (var chunk in keys.Chunk(ChangesAtOnce))
        {
            await tables.CommitAsync(Table, Partition, [.. chunk.Select(static key => new TableChange.Delete(key))], cancellationToken);
        }
    }

    private async Task<bool> TryAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            await tables.CommitAsync(Table, Partition, changes, cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private static string DigestKey(string target, string name) => $"d~{target}~{name}";

    private static string RepeatKey(string target, string key) => $"r~{target}~{key}";

    private static T Read<T>(TableRow row, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(row.Content, type)!;

    private static string Text<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
