using System.Text.Json;
using ArrFunctions.Audio.Telling;
using ArrFunctions.Jobs;
using ArrFunctions.MediaServers;
using ArrFunctions.Servarr;

namespace ArrFunctions.Audio;

/// <summary>Takes a fix back from beginning to end: the file, the job that had made the change, and the programs that know the file.</summary>
internal sealed class ToldUndo(AudioUndo undo, JobLedger ledger, ServarrLibrary library, AudioTelling telling)
{
    /// <param name="fileOrId">A path, or the id that a fix reported.</param>
    /// <param name="roots">Folders outside which nothing is touched; null for wherever the file lies.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="cancellationToken">Ends it before the change; who has to be told of one is told all the same.</param>
    public async Task<ToldUndoOutcome> RunAsync(string fileOrId, MediaRoots? roots, string actor, CancellationToken cancellationToken)
    {
        var outcome = await undo.RunAsync(fileOrId, roots, cancellationToken);
        if (outcome is not AudioUndoOutcome.Undone undone)
        {
            return new(outcome, Told: []);
        }

        var job = undone.JobId is { } id ? await ledger.FindAsync(id, CancellationToken.None) : null;
        if (job is not null)
        {
            await ledger.MarkUndoneAsync(job.Id, actor, CancellationToken.None);
        }

        return new(outcome, await TellAsync(undone, job));
    }

    private async Task<IReadOnlyList<Told>> TellAsync(AudioUndoOutcome.Undone undone, Job? job)
    {
        // The others know the file by the name that the fix was asked for, which may lead over links.
        var path = job is not null && File.Exists(job.Path) ? job.Path : undone.Path;
        var subjectId = job?.Input?.Deserialize(AudioJobJson.Default.AudioJobInput)?.Subject?.Id;
        try
        {
            return undone.HasOtherSize && (job?.Instance is null || subjectId is null)
                && await library.FindAsync(job?.Instance, id: null, path, CancellationToken.None) is { } known
                ? await telling.TellAsync(path, known.Instance, known.Subject.Id, undone.HasOtherSize, CancellationToken.None)
                : await telling.TellAsync(path, job?.Instance, subjectId, undone.HasOtherSize, CancellationToken.None);
        }
        catch (ServarrException failure)
        {
            var silent = new Told(job?.Instance ?? "library", IsDone: false, failure.Message.TrimEnd('.'));
            return [silent, .. await telling.TellAsync(path, instance: null, subjectId: null, undone.HasOtherSize, CancellationToken.None)];
        }
    }
}

/// <param name="Told">Who was told of the change, and who could not be.</param>
internal sealed record ToldUndoOutcome(AudioUndoOutcome Outcome, IReadOnlyList<Told> Told);
