using System.Text.Json;
using ArrFunctions.Ops.Events;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

/// <summary>Keeps how backups went: row <c>backup</c> of the table <c>Maintenance</c>, in one batch with what is told of it.</summary>
internal sealed class BackupLedger(ITableStore tables, OutboxSignal signal, TimeProvider clock)
{
    private const string RowKey = "backup";

    /// <summary>How it stands; the first look begins it.</summary>
    public async Task<BackupAccount> FindAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } found)
        {
            return found.Account;
        }

        var begun = new BackupAccount { Since = clock.GetUtcNow() };
        return await TryWriteAsync(begun, etag: null, told: [], cancellationToken) ? begun : (await ReadAsync(cancellationToken))?.Account ?? begun;
    }

    public Task MadeAsync(BackupView backup, string actor, CancellationToken cancellationToken) => ChangeAsync(
        account => account with { LastSuccess = backup.Time, LastBytes = backup.Bytes, Failed = null, Failure = null },
        Told("backup.made", backup.Name, actor, $"A backup was made: {BackupWords.Of(backup)}"),
        cancellationToken);

    public Task FailedAsync(string reason, string actor, CancellationToken cancellationToken) => ChangeAsync(
        account => account with { Failed = clock.GetUtcNow(), Failure = reason },
        Told("backup.failed", subject: null, actor, $"No backup could be made: {reason}") with { Severity = EventSeverity.Error },
        cancellationToken);

    public Task RemovedAsync(string name, string actor, CancellationToken cancellationToken) => ChangeAsync(
        static account => account, Told("backup.removed", name, actor, $"The backup {name} was removed"), cancellationToken);

    private async Task ChangeAsync(Func<BackupAccount, BackupAccount> change, EventRecord told, CancellationToken cancellationToken)
    {
        bool isWritten;
        do
        {
            var found = await ReadAsync(cancellationToken);
            isWritten = await TryWriteAsync(change(found?.Account ?? new() { Since = clock.GetUtcNow() }), found?.ETag, [told], cancellationToken);
        }
        while (!isWritten);
    }

    private Task<bool> TryWriteAsync(BackupAccount account, string? etag, EventRecord[] told, CancellationToken cancellationToken) => tables.TryWriteAsync(
        signal,
        (ImportGate.Table, ImportGate.Partition, RowKey),
        JsonSerializer.Serialize(account, BackupJson.Default.BackupAccount),
        etag,
        told,
        cancellationToken);

    private async Task<(BackupAccount Account, string ETag)?> ReadAsync(CancellationToken cancellationToken) =>
        await tables.GetAsync(ImportGate.Table, ImportGate.Partition, RowKey, cancellationToken) is { } row
            ? (JsonSerializer.Deserialize(row.Content, BackupJson.Default.BackupAccount)!, row.ETag)
            : null;

    private EventRecord Told(string name, string? subject, string actor, string message)
    {
        var now = clock.GetUtcNow();
        return new() { Id = EventRecord.NewId(now), Time = now, Name = name, Subject = subject is null ? "backup" : $"backup:{subject}", Actor = actor, Message = message };
    }
}
