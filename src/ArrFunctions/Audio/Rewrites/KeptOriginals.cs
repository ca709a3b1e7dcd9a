using ArrFunctions.Audio.Undo;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio.Rewrites;

/// <summary>The files as they were before a rewrite, where they are kept for a while: taken back, or deleted when their time is over.</summary>
internal sealed class KeptOriginals(RewriteStore store, FileLeases leases, TimeProvider clock)
{
    /// <summary>A folder that is away longer than this is not expected to come back.</summary>
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromDays(30);

    /// <summary>Gives the kept original its name back.</summary>
    /// <param name="file">The new file, whose lease the caller holds.</param>
    /// <param name="record">The rewrite that made it.</param>
    /// <param name="roots">Nothing outside is touched.</param>
    /// <param name="cancellationToken">Ends it before the change.</param>
    public async Task<AudioUndoOutcome> TakeBackAsync(MediaFile file, RewriteRecord record, MediaRoots roots, CancellationToken cancellationToken)
    {
        using var second = SecondFile.Beside(file, record.Id, roots);
        if (await ObjectionAsync(file, record, second, cancellationToken) is { } objection)
        {
            return new AudioUndoOutcome.Refused(objection);
        }

        // The file may have got another name in its folder meanwhile.
        record = record with { Status = RewriteStatus.Returning, Path = file.RealPath, KeptPath = SecondFile.KeptPath(second.Path) };
        await store.BeginTakeBackAsync(record, cancellationToken);
        FaultPoint.Here("return recorded");
        if (second.Disturbance() is { } disturbance)
        {
            await store.StayAsync(record, CancellationToken.None);
            return new AudioUndoOutcome.Refused(disturbance);
        }

        second.GiveNameBack();
        await store.TakeBackAsync(record, CancellationToken.None);
        FaultPoint.Here("finished");
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
        await foreach (var found in store.ExpiredAsync(clock.GetUtcNow(), cancellationToken))
        {
            using var lease = leases.TryTake(found.Device, found.NewInode);
            if (lease is null || await store.FindAsync(found.Id, cancellationToken) is not { Status: RewriteStatus.Done } record || !TryDelete(record))
            {
                left++;
                continue;
            }

            FaultPoint.Here("original deleted");
            await store.CloseAsync(record, CancellationToken.None);
            deleted++;
        }

        return left == 0 ? $"{deleted} originals deleted" : $"{deleted} originals deleted, {left} cannot be deleted now";
    }

    private async Task<string?> ObjectionAsync(MediaFile file, RewriteRecord record, SecondFile second, CancellationToken cancellationToken) => record switch
    {
        { Status: RewriteStatus.TakenBack } => "this rewrite was taken back already",
        { Status: RewriteStatus.Final } => "the file was written anew, and the original is not kept any more (Audio:KeepOriginal)",
        { Status: not RewriteStatus.Done } => "this rewrite was not finished",
        _ when await store.LatestOfAsync(file.Status, cancellationToken) is { } newest && newest.Id != record.Id =>
            $"the file was written anew again since; take that back first (undo id {newest.Id})",
        _ when !record.Made(file.Status) => $"the file was changed since it was written anew; the original lies at {record.KeptPath} until {record.KeptUntil:u}",
        _ when second.Original() is { } original && record.Was(original) => null,
        _ when IsKept(record) => $"the file lies in another folder than its original, which is {record.KeptPath} until {record.KeptUntil:u}; move the file back to {record.Path} first",
        _ => $"the original is not at {record.KeptPath} any more",
    };

    private bool TryDelete(RewriteRecord record)
    {
        try
        {
            if (!Directory.Exists(Path.GetDirectoryName(record.KeptPath)))
            {
                return clock.GetUtcNow() - record.KeptUntil > LongestAbsence; // Its disk may be mounted again.
            }

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
            return record.Was(LinuxFile.Status(kept));
        }
        catch (LinuxFileException missing) when (missing.IsMissing)
        {
            return false;
        }
    }
}
