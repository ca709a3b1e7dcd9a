using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Audio;

/// <summary>Takes back what a job changed.</summary>
internal sealed class AudioJobUndo(ToldUndo undo, FileHistory history, JobLedger ledger, Live<AudioOptions> options)
{
    public async Task<ToldUndoOutcome> RunAsync(Job job, string actor, CancellationToken cancellationToken)
    {
        if (job.UndoId is not { } undoId)
        {
            return new(new AudioUndoOutcome.Refused("this job changed nothing that could be taken back"), Told: []);
        }

        var done = await undo.RunAsync(undoId, MediaRoots.Of(options.Value.Roots), actor, cancellationToken);

        // Also where it was taken back before, and cut off before the ledger knew.
        if (await history.IsTakenBackAsync(undoId, cancellationToken))
        {
            await ledger.MarkUndoneAsync(job.Id, actor, CancellationToken.None);
        }

        return done;
    }
}
