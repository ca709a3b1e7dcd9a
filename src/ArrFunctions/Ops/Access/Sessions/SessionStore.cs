using System.Text.Json;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Events;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Access.Sessions;

/// <summary>The sessions, found by the hash of their token. Nothing is cached: one that has ended is worth nothing from then on, in every process.</summary>
/// <remarks>Table <c>Sessions</c>, which does not move; one partition. Rows: <c>s~{hash}</c> a session, and the events.</remarks>
internal sealed class SessionStore(ITableStore tables, KeyStore keys, OutboxSignal signal, Live<AccessOptions> options, TimeProvider time)
{
    public const string Table = "Sessions";
    public const string Partition = "sessions";

    /// <summary>Of one key. Whoever signs in once more ends the one that was not used for the longest time, so that no key fills the table.</summary>
    public const int MostOfAKey = 50;

    private const string Prefix = "s~";

    /// <summary>When it was used is written so often within the time that it may be idle.</summary>
    private const int NotesInIdleTime = 24;

    /// <param name="token">Of the new one.</param>
    /// <param name="key">That was shown.</param>
    /// <param name="before">The session that the browser had until now, which ends; null: none.</param>
    /// <param name="client">Who signs in, for people.</param>
    /// <param name="cancellationToken">Counts until the writing begins.</param>
    public async Task<SignedIn> BeginAsync(SessionToken token, AccessKey key, SessionToken? before, string client, CancellationToken cancellationToken)
    {
        var session = new Session(key.Id, time.GetUtcNow(), time.GetUtcNow());
        var ending = await TooManyAsync(key.Id, cancellationToken);
        if (before is not null)
        {
            ending.Add(Prefix + before.Hash);
        }

        await CommitAsync(
            [
                new TableChange.Insert(Prefix + token.Hash, ToJson(session)),
                .. ending.Select(static rowKey => new TableChange.Delete(rowKey)),
                Outbox.Row(Event("session.begun", key.Name, $"Somebody at {client} signed in with the key '{key.Name}'.")),
            ],
            cancellationToken);
        return SignedIn(token, session, key);
    }

    /// <summary>Null when there is none, or it has ended, or its key has.</summary>
    public async Task<SignedIn?> FindAsync(SessionToken token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await tables.GetAsync(Table, Partition, Prefix + token.Hash, cancellationToken) is not { } row
            || FromJson(row) is not { } session || session.Ends(options.Value) <= now
            || await keys.FindAsync(session.KeyId, cancellationToken) is not { } key || key.HasExpired(now))
        {
            return null;
        }

        if (now - session.Used >= options.Value.SessionIdle / NotesInIdleTime)
        {
            await NoteAsync(row, session with { Used = now }, cancellationToken);
        }

        return SignedIn(token, session, key);
    }

    /// <param name="token">Of the session; where there is none, nothing happens.</param>
    /// <param name="keyName">Of the key of whoever ends it.</param>
    /// <param name="cancellationToken">Counts until the writing begins.</param>
    public async Task EndAsync(SessionToken token, string keyName, CancellationToken cancellationToken)
    {
        if (await tables.GetAsync(Table, Partition, Prefix + token.Hash, cancellationToken) is { } row)
        {
            await CommitAsync(
                [new TableChange.Delete(row.RowKey), Outbox.Row(Event("session.ended", keyName, $"A session of the key '{keyName}' was signed out."))], cancellationToken);
        }
    }

    /// <summary>The row keys of sessions that have ended by themselves.</summary>
    public IAsyncEnumerable<string> OverAsync(CancellationToken cancellationToken)
    {
        var (now, limits) = (time.GetUtcNow(), options.Value);
        return tables.ReadAllAsync(Table, Partition, RowKeyRange.Prefix(Prefix), cancellationToken)
            .Where(row => FromJson(row).Ends(limits) <= now)
            .Select(static row => row.RowKey);
    }

    /// <param name="rowKeys">At most <see cref="TableRules.MaxBatchChanges"/>.</param>
    /// <param name="cancellationToken">Counts until the writing begins.</param>
    public Task RemoveAsync(IEnumerable<string> rowKeys, CancellationToken cancellationToken) =>
        tables.CommitAsync(Table, Partition, [.. rowKeys.Select(static key => new TableChange.Delete(key))], cancellationToken);

    /// <summary>The row keys of those that make room for another one.</summary>
    private Task<HashSet<string>> TooManyAsync(string keyId, CancellationToken cancellationToken) => tables.ReadAllAsync(Table, Partition, RowKeyRange.Prefix(Prefix), cancellationToken)
        .Select(static row => (row.RowKey, Session: FromJson(row)))
        .Where(one => one.Session.KeyId == keyId)
        .OrderByDescending(static one => one.Session.Used)
        .Skip(MostOfAKey - 1)
        .Take(TableRules.MaxBatchChanges - MostOfAKey)
        .Select(static one => one.RowKey)
        .ToHashSetAsync(StringComparer.Ordinal, cancellationToken)
        .AsTask();

    /// <summary>What cannot be written now is written by the next request.</summary>
    private async Task NoteAsync(TableRow row, Session session, CancellationToken cancellationToken)
    {
        try
        {
            await tables.CommitAsync(Table, Partition, [new TableChange.Replace(row.RowKey, ToJson(session), row.ETag)], cancellationToken);
        }
        catch (Exception failure) when (failure is TableConflictException or StoreException)
        {
            // Another request wrote it, or the store takes nothing: who only looks shall see.
        }
    }

    private SignedIn SignedIn(SessionToken token, Session session, AccessKey key) =>
        new(token, key, session.Lifetime(options.Value) is var end && key.Expires < end ? key.Expires.Value : end);

    private async Task CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken cancellationToken)
    {
        await tables.CommitAsync(Table, Partition, changes, cancellationToken);
        signal.Set();
    }

    private EventRecord Event(string name, string keyName, string message) => new()
    {
        Id = EventRecord.NewId(time.GetUtcNow()),
        Time = time.GetUtcNow(),
        Name = name,
        Subject = $"key:{keyName}",
        Actor = $"key:{keyName}",
        Message = message,
    };

    private static string ToJson(Session session) => JsonSerializer.Serialize(session, SessionJson.Default.Session);

    private static Session FromJson(TableRow row) => JsonSerializer.Deserialize(row.Content, SessionJson.Default.Session)!;
}
