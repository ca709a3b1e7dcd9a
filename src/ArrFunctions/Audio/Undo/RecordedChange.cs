using ArrFunctions.Audio.Containers;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio.Undo;

/// <summary>Changes bytes of a file so that it can be taken back, and survives a crash at any instant.</summary>
/// <remarks>The caller holds the file's lease. Order: record, look once more, write, make durable, read back, close the record.</remarks>
internal sealed class RecordedChange(Live<AudioOptions> options, UndoStore undo, TimeProvider clock)
{
    public UndoRecord Prepare(MediaFile file, IReadOnlyList<ByteRun> runs) => UndoRecord.For(file, runs, clock.GetUtcNow());

    /// <param name="isAsWanted">Judges the audio tracks that are read from the changed file; a change it rejects is taken back.</param>
    /// <exception cref="StoreException">The record could not be kept; the file was not touched, or the next start finishes the change.</exception>
    public async Task<ChangeResult> MakeAsync(
        MediaFile file, UndoRecord record, MediaRoots roots, Predicate<IReadOnlyList<AudioTrack>> isAsWanted, CancellationToken cancellationToken)
    {
        if (file.Loss() is { } loss)
        {
            return new ChangeResult.Postponed(WaitReason.InUse, loss);
        }

        var decision = HardlinkDecision.For(file, options.Value);
        return decision.Action switch
        {
            HardlinkAction.EditInPlace => await EditInPlaceAsync(file, record, decision.Links, isAsWanted, cancellationToken),
            HardlinkAction.ReplaceByClone => await ReplaceAsync(file, record, FileCopies.Clone, roots, isAsWanted, cancellationToken),
            HardlinkAction.ReplaceByCopy => await ReplaceAsync(file, record, FileCopies.Copy, roots, isAsWanted, cancellationToken),
            HardlinkAction.Skip => new ChangeResult.Forbidden(decision.Explanation),
            _ => new ChangeResult.Postponed(WaitReason.Hardlinked, decision.Explanation),
        };
    }

    private async Task<ChangeResult> EditInPlaceAsync(
        MediaFile file, UndoRecord record, uint links, Predicate<IReadOnlyList<AudioTrack>> isAsWanted, CancellationToken cancellationToken)
    {
        await undo.BeginAsync(record, cancellationToken);
        FaultPoint.Here("recorded");
        if (Obstacle(file, record, links) is { } obstacle)
        {
            await undo.ForgetAsync(record, CancellationToken.None);
            return new ChangeResult.Postponed(WaitReason.InUse, obstacle);
        }

        // From the first byte on nothing is cancelled: the change is finished or taken back.
        FaultPoint.Here("looked");
        try
        {
            return await WriteAsync(file, record, isAsWanted);
        }
        catch (Exception failure) when (failure is UnreadableMediaException or IOException)
        {
            return await TakeBackAsync(file, record, failure);
        }
    }

    private async Task<ChangeResult> TakeBackAsync(MediaFile file, UndoRecord record, Exception failure)
    {
        var patch = new FilePatch(file.Handle, [.. record.Runs.Reverse().Select(run => run.Reversed())]);
        var state = patch.Compare();
        if (state == PatchState.Foreign)
        {
            await undo.CloseAsync(record, UndoStatus.Failed, failure.Message, CancellationToken.None);
            return new ChangeResult.Abandoned(
                "something else wrote over the change while it was made; the file was left as it is. Play it, and take it from a backup if it is broken");
        }

        try
        {
            if (state != PatchState.After)
            {
                patch.Write();
            }

            if (options.Value.KeepModifiedTime)
            {
                LinuxFile.TrySetModifiedTime(file.Handle, record.Modified);
            }
        }
        catch (IOException again)
        {
            return new ChangeResult.Abandoned(
                $"the change could not be made ({LinuxFileException.SentenceOf(failure)}) and not be taken back ({LinuxFileException.SentenceOf(again)}); "
                + "the next start finishes it");
        }

        FaultPoint.Here("taken back");
        await undo.CloseAsync(record, UndoStatus.Dropped, failure.Message, CancellationToken.None);
        return new ChangeResult.Abandoned($"the change was taken back: {LinuxFileException.SentenceOf(failure)}");
    }

    private async Task<ChangeResult> WriteAsync(MediaFile file, UndoRecord record, Predicate<IReadOnlyList<AudioTrack>> isAsWanted)
    {
        new FilePatch(file.Handle, record.Runs).Write();
        var tracks = file.ReadHeaders(out var bytesRead).AudioTracks;
        if (!isAsWanted(tracks))
        {
            throw new IOException("the file does not show the wanted default track after the change");
        }

        if (options.Value.KeepModifiedTime)
        {
            LinuxFile.SetModifiedTime(file.Handle, record.Modified);
        }

        FaultPoint.Here("verified");
        if (file.Loss() is { } loss)
        {
            throw new IOException($"{loss}; the new file was not touched");
        }

        await undo.FinishAsync(record, record.Inode, CancellationToken.None);
        FaultPoint.Here("finished");
        return new ChangeResult.Made(record.Id, tracks, bytesRead, record.Runs.Sum(run => run.After.Length));
    }

    private async Task<ChangeResult> ReplaceAsync(
        MediaFile file,
        UndoRecord record,
        FileCopy copy,
        MediaRoots roots,
        Predicate<IReadOnlyList<AudioTrack>> isAsWanted,
        CancellationToken cancellationToken)
    {
        using var second = SecondFile.Beside(file, record.Id, roots);
        var replacement = new FileReplacement(file, second);
        record = record with { ReplacementPath = second.Path };
        await undo.BeginAsync(record, cancellationToken);
        FaultPoint.Here("recorded");
        try
        {
            if (replacement.Make(record.Runs, copy, options.Value.KeepModifiedTime, isAsWanted, cancellationToken) is { } obstacle)
            {
                second.Discard();
                await undo.ForgetAsync(record, CancellationToken.None);
                return obstacle;
            }
        }
        catch (Exception failure) when (!second.HasTakenName && failure is (UnreadableMediaException or IOException or OperationCanceledException))
        {
            second.Discard();
            await undo.CloseAsync(record, UndoStatus.Dropped, failure.Message, CancellationToken.None);
            throw;
        }

        await undo.FinishAsync(record, replacement.Inode, CancellationToken.None);
        FaultPoint.Here("finished");
        return new ChangeResult.Made(record.Id, replacement.Tracks, replacement.BytesRead, replacement.BytesWritten);
    }

    private static string? Obstacle(MediaFile file, UndoRecord record, uint links) =>
        file.Disturbance()
        ?? (LinuxFile.Status(file.Handle).Links != links ? "it got or lost a name (hard link) while it was worked on" : null)
        ?? (new FilePatch(file.Handle, record.Runs).Compare() == PatchState.Before ? null : "something else wrote to it while it was worked on");
}
