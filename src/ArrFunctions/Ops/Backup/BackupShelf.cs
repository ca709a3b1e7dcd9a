using ArrFunctions.Ops.State;
using ArrFunctions.Platform;

namespace ArrFunctions.Ops.Backup;

/// <summary>The backups that there are.</summary>
internal sealed class BackupShelf(IBackupPlace place, BackupLedger ledger, BackupOptions options)
{
    /// <summary>The newest first; those that cannot be read say why.</summary>
    public async Task<BackupList> ListAsync(CancellationToken cancellationToken) => new(place.Name, options.Keep, await ListAsync(place, cancellationToken));

    /// <summary>The same of any place.</summary>
    public static async Task<IReadOnlyList<BackupView>> ListAsync(IBackupPlace place, CancellationToken cancellationToken)
    {
        List<BackupView> views = [];
        foreach (var stored in await place.ListAsync(cancellationToken))
        {
            views.Add(await LookAsync(place, stored, cancellationToken));
        }

        return [.. views.OrderByDescending(static view => view.Time).ThenByDescending(static view => view.Name, StringComparer.Ordinal)];
    }

    /// <summary>Null: there is none of that name.</summary>
    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) =>
        BackupName.Is(name) ? place.OpenAsync(name, cancellationToken) : Task.FromResult<Stream?>(null);

    /// <returns>False: there is none of that name.</returns>
    public async Task<bool> RemoveAsync(string name, string actor, CancellationToken cancellationToken)
    {
        if (!BackupName.Is(name) || (await place.ListAsync(cancellationToken)).All(stored => stored.Name != name))
        {
            return false;
        }

        await place.RemoveAsync(name, cancellationToken);
        await ledger.RemovedAsync(name, actor, CancellationToken.None);
        return true;
    }

    private static async Task<BackupView> LookAsync(IBackupPlace place, StoredArtifact stored, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = await place.OpenAsync(stored.Name, cancellationToken) ?? throw new StateFileException("It is gone.");
            return (await BackupHead.ReadAsync(file, cancellationToken)).View(stored.Name, stored.Size);
        }
        catch (Exception wrong) when (wrong is StateFileException or StoreException or IOException or UnauthorizedAccessException)
        {
            return new(stored.Name, stored.Written, BackupReason.Asked, stored.Size, Version: "", Format: 0, Rows: 0, Artifacts: 0, wrong.Message);
        }
    }
}
