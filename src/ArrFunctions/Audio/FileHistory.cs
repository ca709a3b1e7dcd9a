using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Undo;

namespace ArrFunctions.Audio;

/// <summary>What was done to a file before: changes in place and rewrites.</summary>
internal sealed class FileHistory(UndoStore undo, RewriteStore rewrites)
{
    /// <summary>Whether somebody took a fix of this file back, so that it is not fixed again without being asked for by name.</summary>
    public async Task<bool> IsHandsOffAsync(MediaFile file, CancellationToken cancellationToken) =>
        await undo.IsHandsOffAsync(file, cancellationToken) || await rewrites.IsHandsOffAsync(file.Status, cancellationToken);

    public async Task ClearHandsOffAsync(MediaFile file, CancellationToken cancellationToken)
    {
        await undo.ClearHandsOffAsync(file, cancellationToken);
        await rewrites.ClearHandsOffAsync(file.Status, cancellationToken);
    }

    /// <summary>Whether somebody took the fix with this id back.</summary>
    public async Task<bool> IsTakenBackAsync(string id, CancellationToken cancellationToken) =>
        await undo.FindAsync(id, cancellationToken) is { UndoneBy: not null }
        || await rewrites.FindAsync(id, cancellationToken) is { Status: RewriteStatus.TakenBack };

    /// <summary>The newest change in place that this job made.</summary>
    public async Task<UndoRecord?> ChangeByAsync(string? jobId, MediaFile file, CancellationToken cancellationToken) =>
        await undo.LatestOfAsync(file, cancellationToken) is { } made && made.JobId == jobId ? made : null;

    /// <summary>The rewrite that this job made.</summary>
    public async Task<RewriteRecord?> RewriteByAsync(string? jobId, MediaFile file, CancellationToken cancellationToken) =>
        await rewrites.LatestOfAsync(file.Status, cancellationToken) is { } made && made.JobId == jobId ? made : null;
}
