using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Ops.State;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Ops.Backup;

/// <summary>Makes a backup, keeps it, removes those that had their time, and tells of it; one at a time over all processes.</summary>
internal sealed partial class BackupRun(
    BackupBuild build, IBackupPlace place, BackupShelf shelf, BackupLedger ledger, BackupOptions options, ILogger<BackupRun> logger)
{
    /// <exception cref="StoreException">It cannot be made; that is told and kept.</exception>
    public Task<BackupOutcome> RunAsync(BackupReason reason, string actor, CancellationToken cancellationToken) =>
        RunAsync(reason, actor, static _ => { }, cancellationToken);

    /// <inheritdoc cref="RunAsync(BackupReason, string, CancellationToken)"/>
    /// <param name="advance">Told how many bytes more are done.</param>
    public async Task<BackupOutcome> RunAsync(BackupReason reason, string actor, Action<long> advance, CancellationToken cancellationToken)
    {
        await using var turn = await ToldAsync(() => place.TryBeginAsync(cancellationToken), actor, cancellationToken);
        if (turn is null)
        {
            return new BackupOutcome.Running();
        }

        var view = await ToldAsync(() => MakeAsync(reason, advance, cancellationToken), actor, cancellationToken);
        await ledger.MadeAsync(view, actor, CancellationToken.None);
        return new BackupOutcome.Made(view, await RemoveSurplusAsync(view, actor, cancellationToken));
    }

    /// <summary>What a timer does.</summary>
    public async Task<string> RunScheduledAsync(CancellationToken cancellationToken) =>
        await RunAsync(BackupReason.Scheduled, "schedule:backup", cancellationToken) is BackupOutcome.Made made
            ? $"{BackupWords.Of(made.Backup)}{(made.Removed is [] ? "" : $"; {made.Removed.Count} older removed")}"
            : "nothing: another one is being made";

    private async Task<BackupView> MakeAsync(BackupReason reason, Action<long> advance, CancellationToken cancellationToken)
    {
        var path = Path.Combine(place.Scratch, $"{BackupScratch.Prefix}{Guid.NewGuid():n}");
        try
        {
            var manifest = await build.RunAsync(path, reason, advance, cancellationToken);
            var name = BackupName.Free(manifest.Time, [.. (await place.ListAsync(cancellationToken)).Select(static stored => stored.Name)]);
            var bytes = new FileInfo(path).Length;
            await place.KeepAsync(path, name, cancellationToken);
            return manifest.View(name, bytes);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<IReadOnlyList<string>> RemoveSurplusAsync(BackupView made, string actor, CancellationToken cancellationToken)
    {
        var surplus = BackupRetention.Surplus((await shelf.ListAsync(cancellationToken)).Backups, options.Keep, made.Time);
        foreach (var old in surplus)
        {
            await shelf.RemoveAsync(old.Name, actor, cancellationToken);
        }

        return [.. surplus.Select(static old => old.Name)];
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps a backup from being made is told, and then thrown on.")]
    private async Task<T> ToldAsync<T>(Func<Task<T>> work, string actor, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, failure);
            await TryTellAsync(failure, actor);
            throw;
        }
    }

    /// <summary>Where not even that can be written, the log has it.</summary>
    private async Task TryTellAsync(Exception failure, string actor)
    {
        try
        {
            await ledger.FailedAsync(failure is StoreException or StateFileException ? failure.Message : "the log says why.", actor, CancellationToken.None);
        }
        catch (StoreException)
        {
            Log.NotTold(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "No backup could be made.")]
        public static partial void Failed(ILogger logger, Exception failure);

        [LoggerMessage(LogLevel.Error, "That no backup could be made cannot be written to the state.")]
        public static partial void NotTold(ILogger logger);
    }
}
