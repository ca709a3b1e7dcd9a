using ArrFunctions.Audio.Containers;
using ArrFunctions.Audio.Rewrites;
using ArrFunctions.Audio.Undo;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Telemetry;
using ArrFunctions.Platform;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Audio;

/// <summary>Makes the right audio track of one file the only default one.</summary>
internal sealed partial class AudioFix(
    Live<AudioOptions> options,
    FileLeases leases,
    AudioRecovery recovery,
    RecordedChange change,
    FileRewrite rewrite,
    FileHistory history,
    ILogger<AudioFix> logger)
{
    /// <summary>Fixes or plans one file. Running it again changes nothing more.</summary>
    /// <exception cref="StoreException">The undo record could not be kept; the file was not touched, or the next start finishes the change.</exception>
    public async Task<AudioFixOutcome> RunAsync(AudioFixRequest request, CancellationToken cancellationToken)
    {
        using var span = Spans.Begin(request.Apply ? "audio fix" : "audio plan");
        try
        {
            using var file = MediaFile.Open(request.Path, request.Roots, request.Apply);
            var outcome = request.Apply ? await ApplyAsync(file, request, cancellationToken) : await PlanAsync(file, request, cancellationToken);
            span?.SetTag("arrfunctions.outcome", outcome.GetType().Name);
            Log.Finished(logger, request.Path, outcome.Sentence);
            return outcome;
        }
        catch (MediaAccessException refusal) when (request.Apply && refusal.IsReadOnly)
        {
            // What may only be read can still be right already.
            var plan = await RunAsync(request with { Apply = false }, cancellationToken);
            return plan is AudioFixOutcome.Planned or AudioFixOutcome.Waiting
                ? new AudioFixOutcome.Failed(refusal.Message, refusal.Reason) { Selection = plan.Selection }
                : plan;
        }
        catch (MediaAccessException refusal)
        {
            return new AudioFixOutcome.Failed(refusal.Message, refusal.Reason);
        }
        catch (UnreadableMediaException unreadable) when (unreadable.IsDamaged)
        {
            return new AudioFixOutcome.Failed($"the file is not whole: {unreadable.Message}", FailReason.Damaged);
        }
        catch (UnreadableMediaException unsupported)
        {
            return new AudioFixOutcome.Skipped(SkipReason.Unsupported, $"the file cannot be read here: {unsupported.Message}");
        }
        catch (IOException failure)
        {
            return FailureOf(failure);
        }
    }

    /// <summary>What applying would do; a file that would wait is told as waiting.</summary>
    private async Task<AudioFixOutcome> PlanAsync(MediaFile file, AudioFixRequest request, CancellationToken cancellationToken)
    {
        var assessment = Assess(file, request);
        if (assessment.Outcome is not AudioFixOutcome.Planned)
        {
            return assessment.Outcome;
        }

        if (!request.IsNamedByPerson && await history.IsHandsOffAsync(file, cancellationToken))
        {
            return HandsOff();
        }

        var decision = HardlinkDecision.For(file, options.Value);
        var selection = assessment.Outcome.Selection;
        return decision.Action switch
        {
            HardlinkAction.Wait => new AudioFixOutcome.Waiting(WaitReason.Hardlinked, decision.Explanation) { Selection = selection },
            HardlinkAction.Skip => new AudioFixOutcome.Skipped(SkipReason.Hardlinked, decision.Explanation) { Selection = selection },
            _ => assessment.Outcome,
        };
    }

    private async Task<AudioFixOutcome> ApplyAsync(MediaFile file, AudioFixRequest request, CancellationToken cancellationToken)
    {
        using var lease = leases.TryTake(file.Status);
        if (lease is null)
        {
            return new AudioFixOutcome.Waiting(WaitReason.InUse, "another process is working on this file");
        }

        FaultPoint.Here("leased");
        if (file.Loss() is { } loss)
        {
            return new AudioFixOutcome.Waiting(WaitReason.InUse, loss);
        }

        file.LookAgain();
        if (await recovery.FinishOpenChangesAsync(file, cancellationToken) is { } conflict)
        {
            return new AudioFixOutcome.Failed(conflict, FailReason.Conflict);
        }

        var assessment = Assess(file, request);
        if (assessment.Outcome is not AudioFixOutcome.Planned)
        {
            return await ChangeOfJobAsync(file, assessment, request, cancellationToken) ?? assessment.Outcome;
        }

        return await IsHandsOffAsync(file, request, cancellationToken)
            ? HandsOff()
            : assessment.Edit is null ? await RewriteAsync(file, assessment, request, cancellationToken)
            : await EditAsync(file, assessment, request, cancellationToken);
    }

    private async Task<AudioFixOutcome> RewriteAsync(MediaFile file, Assessment assessment, AudioFixRequest request, CancellationToken cancellationToken)
    {
        var (selection, obstacle) = (assessment.Outcome.Selection!, ((AudioFixOutcome.Planned)assessment.Outcome).Obstacle!);
        if (!request.MayRewrite)
        {
            return new AudioFixOutcome.NeedsRewrite(obstacle) { Selection = selection };
        }

        return await rewrite.MakeAsync(file, assessment.Headers, selection, request, cancellationToken) switch
        {
            RewriteResult.Made made => Rewritten(made.Record, made.TracksAfter) with { Selection = selection },
            RewriteResult.Postponed postponed => new AudioFixOutcome.Waiting(postponed.Reason, postponed.Explanation) { Selection = selection },
            RewriteResult.Forbidden forbidden => new AudioFixOutcome.Skipped(SkipReason.Hardlinked, forbidden.Explanation) { Selection = selection },
            RewriteResult.Impossible impossible => new AudioFixOutcome.Skipped(
                SkipReason.NoRoom, $"the default flag cannot be set in place: {obstacle}; and no new file can be written: {impossible.Explanation}") { Selection = selection },
            var other => throw new InvalidOperationException($"Unknown result {other}."),
        };
    }

    private static AudioFixOutcome.Changed Rewritten(RewriteRecord record, IReadOnlyList<AudioTrack> after) =>
        new(record.KeptPath is null ? null : record.Id, after, BytesRead: 0, record.NewSize) { Rewrite = record };

    private async Task<AudioFixOutcome> EditAsync(
        MediaFile file, Assessment assessment, AudioFixRequest request, CancellationToken cancellationToken)
    {
        FaultPoint.Here("assessed");
        var record = change.Prepare(file, assessment.Edit!.Runs) with { JobId = request.JobId };
        if (!UndoStore.Fits(record))
        {
            return new AudioFixOutcome.Skipped(SkipReason.NoRoom, "the change is too large to be made in place") { Selection = assessment.Outcome.Selection };
        }

        return await change.MakeAsync(file, record, request.Roots, IsAsWanted, cancellationToken) switch
        {
            ChangeResult.Made made => new AudioFixOutcome.Changed(
                made.UndoId, made.TracksAfter, assessment.BytesRead + made.BytesRead, made.BytesWritten) { Selection = assessment.Outcome.Selection, Room = assessment.Edit.Room },
            ChangeResult.Postponed postponed => new AudioFixOutcome.Waiting(postponed.Reason, postponed.Explanation) { Selection = assessment.Outcome.Selection },
            ChangeResult.Forbidden forbidden => new AudioFixOutcome.Skipped(SkipReason.Hardlinked, forbidden.Explanation) { Selection = assessment.Outcome.Selection },
            ChangeResult.Abandoned abandoned => new AudioFixOutcome.Failed(abandoned.Explanation) { Selection = assessment.Outcome.Selection },
            var other => throw new InvalidOperationException($"Unknown result {other}."),
        };

        bool IsAsWanted(IReadOnlyList<AudioTrack> tracks) =>
            TrackSelector.Select(tracks, request.Rules) is { IsAlreadyCorrect: true, Chosen: var chosen }
            && chosen!.Position == assessment.Outcome.Selection!.Chosen!.Position;
    }

    /// <summary>The change that this very job made, where it was cut off before it could say so.</summary>
    private async Task<AudioFixOutcome?> ChangeOfJobAsync(MediaFile file, Assessment assessment, AudioFixRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsResumed || assessment.Outcome is not AudioFixOutcome.AlreadyCorrect { Selection: var selection })
        {
            return null;
        }

        var tracks = assessment.Headers.AudioTracks;
        return await history.ChangeByAsync(request.JobId, file, cancellationToken) is { } made
            ? new AudioFixOutcome.Changed(made.Id, tracks, assessment.BytesRead, made.Runs.Sum(run => run.After.Length)) { Selection = selection }
            : await history.RewriteByAsync(request.JobId, file, cancellationToken) is { } anew ? Rewritten(anew, tracks) with { Selection = selection }
            : null;
    }

    private async Task<bool> IsHandsOffAsync(MediaFile file, AudioFixRequest request, CancellationToken cancellationToken)
    {
        var isHandsOff = await history.IsHandsOffAsync(file, cancellationToken);
        if (isHandsOff && request.IsNamedByPerson)
        {
            await history.ClearHandsOffAsync(file, cancellationToken);
        }

        return isHandsOff && !request.IsNamedByPerson;
    }

    private static AudioFixOutcome.Skipped HandsOff() =>
        new(SkipReason.HandsOff, "its last fix was taken back by 'audio undo'; name the file itself to fix it again");

    private Assessment Assess(MediaFile file, AudioFixRequest request)
    {
        var headers = file.ReadHeaders(out var bytesRead);
        var selection = TrackSelector.Select(headers.AudioTracks, request.Rules);
        if (selection.Chosen is not { } chosen)
        {
            return new(new AudioFixOutcome.Skipped(SkipReason.NoMatch, selection.Reason) { Selection = selection }, Edit: null, headers, bytesRead);
        }

        if (selection.IsAlreadyCorrect)
        {
            return !options.Value.SkipIfCorrect && headers.PlanExplicit(chosen.Position) is { Runs.Count: > 0 } spelled
                ? new(new AudioFixOutcome.Planned { Selection = selection }, spelled, headers, bytesRead)
                : new(new AudioFixOutcome.AlreadyCorrect { Selection = selection }, Edit: null, headers, bytesRead);
        }

        return headers.PlanDefault(chosen.Position, options.Value.AlternateGroup) switch
        {
            EditPlan.Edit edit => new(new AudioFixOutcome.Planned { Selection = selection }, edit, headers, bytesRead),
            EditPlan.Refused { CanBeRewritten: true } refused when options.Value.Rewrites.Enabled => new(
                new AudioFixOutcome.Planned(refused.Reason) { Selection = selection }, Edit: null, headers, bytesRead),
            EditPlan.Refused refused => new(
                new AudioFixOutcome.Skipped(SkipReason.NoRoom, $"the default flag cannot be set in place: {refused.Reason}") { Selection = selection },
                Edit: null,
                headers,
                bytesRead),
            var other => throw new InvalidOperationException($"Unknown plan {other}."),
        };
    }

    private static AudioFixOutcome FailureOf(IOException failure)
    {
        if (LinuxFileException.IsNoSpace(failure.HResult))
        {
            return new AudioFixOutcome.Waiting(WaitReason.NoSpace, LinuxFileException.SentenceOf(failure));
        }

        return new AudioFixOutcome.Failed(LinuxFileException.SentenceOf(failure));
    }

    /// <param name="Outcome">What to report when nothing is written.</param>
    /// <param name="Edit">What to write in place; null when there is nothing to write, or it cannot be done in place.</param>
    private sealed record Assessment(AudioFixOutcome Outcome, EditPlan.Edit? Edit, MediaHeaders Headers, long BytesRead);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "{Path}: {Sentence}.")]
        public static partial void Finished(ILogger logger, string path, string sentence);
    }
}
