using ArrFunctions.Audio.Undo;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>The files as they were before a rewrite, where they are kept for a while: taken back, or deleted when their time is over.</summary>
internal sealed class KeptOriginals(RewriteStore store, FileLeases leases, TimeProvider clock)
{
    /// <summary>Gives the kept original its name back.</summary>
    /// <param name="file">The new file, whose lease the caller holds.</param>
    /// <param name="record">The rewrite that made it.</param>
    /// <param name="roots">Nothing outside is touched.</param>
    /// <param name="cancellationToken">Ends it before the change.</param>
    public async Task<AudioUndoOutcome> TakeBackAsync(MediaFile file, RewriteRecord record, MediaRoots roots, CancellationToken cancellationToken)
    {
        if (Objection(file, record) is { } objection)
        {
            return new AudioUndoOutcome.Refused(objection);
        }

        cancellationToken.ThrowIfCancellationRequested();
        using (var second = SecondFile.Beside(file, record.Id, roots))
        {
            second.GiveNameBack();
        }

        await store.TakeBackAsync(record, CancellationToken.None);
        using var original = MediaFile.Open(file.RealPath, roots, writable: false);
        return new AudioUndoOutcome.Undone(file.RealPath, record.Id, record.JobId, original.ReadHeaders(out _).AudioTracks)
        {
            HasOtherSize = record.NewSize != record.Size,
        };
    }

    public async ValueTask<bool> IsDueAsync(CancellationToken cancellationToken) =>
        await store.ExpiredAsync(clock.GetUtcNow(), cancellationToken).AnyAsync(cancellationToken);

    /// <summary>Deletes the originals whose time is over.</summary>
    public async Task<string> DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        var (deleted, left) = (0, 0);
        await foreach (var record in store.ExpiredAsync(clock.GetUtcNow(), cancellationToken))
        {
            using var lease = leases.TryTake(record.Device, record.NewInode);
            if (lease is null || !TryDelete(record))
            {
                left++;
                continue;
            }

            await store.CloseAsync(record, CancellationToken.None);
            deleted++;
        }

        return left == 0 ? $"{deleted} originals deleted" : $"{deleted} originals deleted, {left} cannot be deleted now";
    }

    private static string? Objection(MediaFile file, RewriteRecord record) => record switch
    {
        { Status: RewriteStatus.TakenBack } => "this rewrite was taken back already",
        { Status: RewriteStatus.Final } => "the file was written anew, and the original is not kept any more (Audio:KeepOriginal)",
        { Status: not RewriteStatus.Done } => "this rewrite was not finished",
        _ when !record.Made(file.Status) => $"the file was changed since it was written anew; the original lies at {record.KeptPath} until {record.KeptUntil:u}",
        _ when !IsKept(record) => $"the original is not at {record.KeptPath} any more",
        _ => null,
    };

    private static bool TryDelete(RewriteRecord record)
    {
        try
        {
            if (IsKept(record))
            {
                SecondFile.RemoveLeftover(record.KeptPath!);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whether the file that is there is the original.</summary>
    private static bool IsKept(RewriteRecord record)
    {
        try
        {
            using var kept = LinuxFile.OpenPath(record.KeptPath!);
            return LinuxFile.Status(kept) is var status && (status.Inode, status.Size) == (record.Inode, record.Size);
        }
        catch (LinuxFileException missing) when (missing.IsMissing)
        {
            return false;
        }
    }
}
