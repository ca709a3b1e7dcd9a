using ArrFunctions.Audio.Containers;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Platform;

namespace ArrFunctions.Audio;

/// <summary>Takes the newest fix of a file back, byte for byte, and keeps hands off the file from then on.</summary>
internal sealed class AudioUndo(
    FileLeases leases, AudioRecovery recovery, RecordedChange change, UndoStore undo, RewriteStore rewrites, KeptOriginals originals)
{
    /// <param name="fileOrId">A path, or the id that a fix reported.</param>
    /// <param name="roots">Folders outside which nothing is touched; null for wherever the file lies.</param>
    /// <exception cref="StoreException">The undo record could not be read or kept.</exception>
    public async Task<AudioUndoOutcome> RunAsync(string fileOrId, MediaRoots? roots, CancellationToken cancellationToken)
    {
        if (fileOrId.Length == 0 || fileOrId.Contains('\0', StringComparison.Ordinal))
        {
            return new AudioUndoOutcome.Refused("a path cannot be empty or hold a NUL character");
        }

        var byId = UndoId.IsId(fileOrId) && !File.Exists(fileOrId) ? await undo.FindAsync(fileOrId, cancellationToken) : null;
        var anew = byId is null && UndoId.IsId(fileOrId) && !File.Exists(fileOrId) ? await rewrites.FindAsync(fileOrId, cancellationToken) : null;
        var path = byId?.Path ?? anew?.Path ?? Path.GetFullPath(fileOrId);
        try
        {
            roots ??= MediaRoots.Of(path);
            using var file = MediaFile.Open(path, roots, writable: true);
            return await UndoAsync(file, byId, anew, roots, cancellationToken);
        }
        catch (MediaAccessException missing) when (missing.IsMissing && byId is null && anew is null && UndoId.IsId(fileOrId))
        {
            return new AudioUndoOutcome.Refused("no fix has this id, and there is no file of this name");
        }
        catch (MediaAccessException missing) when (missing.IsMissing && (byId is not null || anew is not null))
        {
            return new AudioUndoOutcome.Refused($"the file of this fix is not at {path} any more; name the file where it lies now");
        }
        catch (Exception refusal) when (refusal is MediaAccessException or UnreadableMediaException)
        {
            return new AudioUndoOutcome.Refused(refusal.Message);
        }
        catch (IOException failure)
        {
            return new AudioUndoOutcome.Refused(LinuxFileException.SentenceOf(failure));
        }
    }

    private async Task<AudioUndoOutcome> UndoAsync(
        MediaFile file, UndoRecord? byId, RewriteRecord? anew, MediaRoots roots, CancellationToken cancellationToken)
    {
        using var lease = leases.TryTake(file.Status);
        if (lease is null)
        {
            return new AudioUndoOutcome.Refused("another process is working on this file");
        }

        FaultPoint.Here("leased");
        file.LookAgain();
        if (await recovery.FinishOpenChangesAsync(file, cancellationToken) is { } conflict)
        {
            return new AudioUndoOutcome.Refused(conflict);
        }

        var latest = await undo.LatestOfAsync(file, cancellationToken);
        if (anew is not null && latest is not null)
        {
            return new AudioUndoOutcome.Refused($"the file was fixed again since; take that back first (undo id {latest.Id})");
        }

        if (byId is null && latest is null && (anew ?? await rewrites.LatestOfAsync(file.Status, cancellationToken)) is { } rewrite)
        {
            return await originals.TakeBackAsync(file, rewrite, roots, cancellationToken);
        }

        var fix = byId is null ? latest : await undo.FindAsync(byId.Id, cancellationToken);
        if (Objection(file, fix, latest) is { } objection)
        {
            return new AudioUndoOutcome.Refused(objection);
        }

        var record = change.Prepare(file, [.. fix!.Runs.Reverse().Select(run => run.Reversed())]) with { Undoes = fix.Id };
        return await change.MakeAsync(file, record, roots, isAsWanted: static _ => true, cancellationToken) switch
        {
            ChangeResult.Made made => new AudioUndoOutcome.Undone(file.RealPath, fix.Id, fix.JobId, made.TracksAfter),
            ChangeResult.Postponed postponed => new AudioUndoOutcome.Refused(postponed.Explanation),
            ChangeResult.Forbidden forbidden => new AudioUndoOutcome.Refused(forbidden.Explanation),
            ChangeResult.Abandoned abandoned => new AudioUndoOutcome.Refused(abandoned.Explanation),
            var other => throw new InvalidOperationException($"Unknown result {other}."),
        };
    }

    private static string? Objection(MediaFile file, UndoRecord? fix, UndoRecord? latest) => fix switch
    {
        null => "no fix of this file is recorded that could be taken back",
        { UndoneBy: not null } => "this fix was taken back already",
        { Undoes: not null } => "this id belongs to an undo; run 'audio fix' to set the default track again",
        { Status: UndoStatus.Pending } => "this change was cut off, and another file has the name of its file now; nothing was touched",
        { Status: not UndoStatus.Done } => $"this change is not in the file: {fix.Reason}",
        _ when !fix.IsOf(file) => "another file has its name now; nothing was touched",
        _ when latest is not null && latest.Id != fix.Id => $"the file was fixed again since; take that back first (undo id {latest.Id})",
        _ when new FilePatch(file.Handle, fix.Runs).Compare() != PatchState.After =>
            "the file was changed by something else since the fix, so the original bytes cannot be put back",
        _ => null,
    };
}
