using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Audio;

/// <summary>Brings every file whose change was cut off to one side of it: as it was before, or as it should be after.</summary>
internal sealed partial class AudioRecovery(
    Live<AudioOptions> options, UndoStore undo, RewriteRecovery rewrites, FileLeases leases, ILogger<AudioRecovery> logger)
{
    /// <summary>Looks at every unfinished change, at start; a file that another process is working on is left to it.</summary>
    /// <returns>A sentence for each file that a person has to look at.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var conflicts = new List<string>();
        await foreach (var record in undo.PendingAsync(cancellationToken))
        {
            if (await RecoverAsync(record, cancellationToken) is { } conflict)
            {
                conflicts.Add(conflict);
            }
        }

        conflicts.AddRange(await rewrites.RunAsync(cancellationToken));
        return conflicts;
    }

    /// <summary>Finishes the unfinished changes of one open file, whose lease the caller holds.</summary>
    /// <returns>Why a person has to look at the file; null when all is well.</returns>
    public async Task<string?> FinishOpenChangesAsync(MediaFile file, CancellationToken cancellationToken)
    {
        string? conflict = null;
        await rewrites.SettleAsync(file, cancellationToken);
        await foreach (var record in undo.PendingOfAsync(file, cancellationToken))
        {
            // A replacement concerns the name it was made for; this file may be another name of what stood there before.
            conflict = (record.ReplacementPath is null ? await SettleAsync(file, record, cancellationToken)
                : await SettleAtPathAsync(record, cancellationToken)) ?? conflict;
            file.LookAgain();
        }

        return conflict;
    }

    private async Task<string?> RecoverAsync(UndoRecord found, CancellationToken cancellationToken)
    {
        using var lease = leases.TryTake(found.Device, found.Inode);
        FaultPoint.Here("leased");
        return lease is not null && await undo.FindAsync(found.Id, cancellationToken) is { Status: UndoStatus.Pending } record
            ? await SettleAtPathAsync(record, cancellationToken)
            : null;
    }

    private async Task<string?> SettleAtPathAsync(UndoRecord record, CancellationToken cancellationToken)
    {
        try
        {
            DiscardLeftover(record);
            using var file = MediaFile.Open(record.Path, MediaRoots.Of(record.Path), writable: true);
            var isLeased = (file.Status.Device, file.Status.Inode) == (record.Device, record.Inode);
            using var lease = isLeased ? null : leases.TryTake(file.Status);
            return isLeased || lease is not null ? await SettleAsync(file, record, cancellationToken) : null;
        }
        catch (Exception refusal) when (refusal is IOException or MediaAccessException { InnerException: LinuxFileException { IsMissing: false } })
        {
            var reason = LinuxFileException.SentenceOf(refusal);
            Log.Refused(logger, record.Path, record.Id, reason);
            return $"{record.Path}: a change (undo id {record.Id}) was cut off and cannot be settled now; the next start tries again: {reason}";
        }
        catch (MediaAccessException absent)
        {
            Log.Absent(logger, record.Path, record.Id, absent.Message);
            return null;
        }
    }

    private async Task<string?> SettleAsync(MediaFile file, UndoRecord record, CancellationToken cancellationToken)
    {
        var isSameFile = IsSameFile(file, record);
        var patch = new FilePatch(file.Handle, record.Runs);
        var state = file.Status.Size == record.Size ? patch.Compare() : PatchState.Foreign;
        if (!isSameFile && (record.ReplacementPath is null || state != PatchState.After))
        {
            Log.Absent(logger, record.Path, record.Id, "another file has its name now");
            return null;
        }

        return await SettleAsync(file, record, patch, state, cancellationToken);
    }

    private async Task<string?> SettleAsync(
        MediaFile file, UndoRecord record, FilePatch patch, PatchState state, CancellationToken cancellationToken)
    {
        switch (state)
        {
            case PatchState.Before:
                FaultPoint.Here("settled");
                await undo.CloseAsync(record, UndoStatus.Dropped, "the process ended before the file was changed", cancellationToken);
                FaultPoint.Here("closed");
                Log.Dropped(logger, record.Path, record.Id);
                return null;
            case PatchState.After when record.ReplacementPath is { } replacement:
                LinuxFile.TrySyncFolder(Path.GetDirectoryName(replacement)!);
                return await FinishAsync(file, record, cancellationToken);
            case PatchState.After or PatchState.Mixed when record.ReplacementPath is null:
                if (state == PatchState.Mixed)
                {
                    patch.Write();
                }
                else
                {
                    patch.Flush();
                }

                if (options.Value.KeepModifiedTime)
                {
                    LinuxFile.TrySetModifiedTime(file.Handle, record.Modified);
                }

                return await FinishAsync(file, record, cancellationToken);
            default:
                var conflict = $"{record.Path}: a change (undo id {record.Id}) was cut off, and something else has written to the file since; "
                    + "it was left as it is. Play it, and take it from a backup if it is broken";
                await undo.CloseAsync(record, UndoStatus.Failed, "something else has written to the file since", cancellationToken);
                Log.Conflict(logger, record.Path, record.Id);
                return conflict;
        }
    }

    private async Task<string?> FinishAsync(MediaFile file, UndoRecord record, CancellationToken cancellationToken)
    {
        FaultPoint.Here("settled");
        await undo.FinishAsync(record, file.Status.Inode, cancellationToken);
        FaultPoint.Here("finished");
        Log.Finished(logger, record.Path, record.Id);
        return null;
    }

    private static void DiscardLeftover(UndoRecord record)
    {
        if (record.ReplacementPath is not { } leftover)
        {
            return;
        }

        SecondFile.RemoveLeftover(leftover);
        FaultPoint.Here("leftover removed");
    }

    /// <summary>By inode; where a file system makes its inode numbers up, by length and bytes alone.</summary>
    private static bool IsSameFile(MediaFile file, UndoRecord record) => file.Status.Size == record.Size
        && (file.Status.Inode == record.Inode || !FileSystems.HasReliableLinks(LinuxFile.FileSystemType(file.Handle)));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The change {UndoId} of {Path} was cut off before its first byte; nothing was changed.")]
        public static partial void Dropped(ILogger logger, string path, string undoId);

        [LoggerMessage(2, LogLevel.Information, "The change {UndoId} of {Path} was cut off and is finished now.")]
        public static partial void Finished(ILogger logger, string path, string undoId);

        [LoggerMessage(3, LogLevel.Error, "The change {UndoId} of {Path} was cut off, and something else has written to the file since; a person has to look at it.")]
        public static partial void Conflict(ILogger logger, string path, string undoId);

        [LoggerMessage(5, LogLevel.Error, "The change {UndoId} of {Path} was cut off and cannot be settled now: {Reason}.")]
        public static partial void Refused(ILogger logger, string path, string undoId, string reason);

        [LoggerMessage(4, LogLevel.Debug, "The file {Path} of the unfinished change {UndoId} cannot be reached now: {Reason}.")]
        public static partial void Absent(ILogger logger, string path, string undoId, string reason);
    }
}
