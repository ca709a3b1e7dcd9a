using ArrFunctions.Audio.Undo;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>Cleans up after rewrites that were cut off: what is under the file's name is whole, so only the other file is to be removed.</summary>
internal sealed partial class RewriteRecovery(RewriteStore store, FileLeases leases, ILogger<RewriteRecovery> logger)
{
    /// <summary>Looks at every unfinished rewrite; a file that another process is working on is left to it.</summary>
    /// <returns>A sentence for each that could not be cleaned up now.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var troubles = new List<string>();
        await foreach (var found in store.PendingAsync(cancellationToken))
        {
            using var lease = leases.TryTake(found.Device, found.LeasedInode);
            if (lease is not null && await SettleAsync(found.Id, cancellationToken) is { } trouble)
            {
                troubles.Add(trouble);
            }
        }

        return troubles;
    }

    /// <summary>Settles what was cut off at one file, whose lease the caller holds.</summary>
    public async Task SettleAsync(MediaFile file, CancellationToken cancellationToken)
    {
        await foreach (var found in store.PendingAsync(cancellationToken))
        {
            var isLeased = (found.Device, found.LeasedInode) == (file.Status.Device, file.Status.Inode);
            if (!isLeased && found.Path != file.RealPath)
            {
                continue;
            }

            // Another process may still write for a file that had this name before.
            using var lease = isLeased ? null : leases.TryTake(found.Device, found.LeasedInode);
            if (isLeased || lease is not null)
            {
                await SettleAsync(found.Id, cancellationToken);
            }
        }
    }

    private async Task<string?> SettleAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { IsUnfinished: true } record)
        {
            return null;
        }

        try
        {
            if (!Directory.Exists(Path.GetDirectoryName(record.Path)))
            {
                Log.Absent(logger, record.Path, record.Id);
                return null;
            }

            await SettleAsync(record, cancellationToken);
            return null;
        }
        catch (IOException failure)
        {
            var reason = LinuxFileException.SentenceOf(failure);
            Log.Refused(logger, record.NewPath, reason);
            return $"{record.NewPath}: what was left of a cut-off rewrite of {record.Path} cannot be removed now; the next start tries again: {reason}";
        }
    }

    private async Task SettleAsync(RewriteRecord record, CancellationToken cancellationToken)
    {
        switch (record.Status)
        {
            case RewriteStatus.Returning when IsOriginalAtItsName(record):
                LinuxFile.TrySyncFolder(Path.GetDirectoryName(record.Path)!);
                await store.TakeBackAsync(record, cancellationToken);
                break;
            case RewriteStatus.Returning:
                await store.StayAsync(record, cancellationToken);
                break;

            // The new file leaves its own name in the very instant in which it takes the other.
            case RewriteStatus.Ready when !Path.Exists(record.NewPath) && !IsOriginalAtItsName(record):
                LinuxFile.TrySyncFolder(Path.GetDirectoryName(record.Path)!);
                await store.FinishAsync(record, cancellationToken);
                Log.Finished(logger, record.Path, record.Id);
                break;
            default:
                SecondFile.RemoveLeftover(record.NewPath);
                FaultPoint.Here("leftover removed");
                if (record.KeptPath is { } kept)
                {
                    SecondFile.RemoveLeftover(kept);
                    FaultPoint.Here("kept name removed");
                }

                await store.ForgetAsync(record, cancellationToken);
                Log.Dropped(logger, record.Path, record.Id);
                break;
        }

        FaultPoint.Here("settled");
    }

    private static bool IsOriginalAtItsName(RewriteRecord record)
    {
        try
        {
            using var named = LinuxFile.OpenPath(record.Path);
            return record.Was(LinuxFile.Status(named));
        }
        catch (LinuxFileException missing) when (missing.IsMissing)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The rewrite {Id} of {Path} was cut off; the file is as it was, and what was left is removed.")]
        public static partial void Dropped(ILogger logger, string path, string id);

        [LoggerMessage(LogLevel.Information, "The rewrite {Id} of {Path} was cut off after its last step and is finished now.")]
        public static partial void Finished(ILogger logger, string path, string id);

        [LoggerMessage(LogLevel.Debug, "The file {Path} of the unfinished rewrite {Id} cannot be reached now.")]
        public static partial void Absent(ILogger logger, string path, string id);

        [LoggerMessage(LogLevel.Error, "{Path} was left by a rewrite that was cut off and cannot be removed now: {Reason}.")]
        public static partial void Refused(ILogger logger, string path, string reason);
    }
}
