using System.Text.Json;
using ArrFunctions.Jobs;
using ArrFunctions.Metadata.Languages;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Servarr;

namespace ArrFunctions.Audio;

/// <summary>Does a job of kind audio: fixes or plans one file.</summary>
internal sealed class AudioJob(AdvisedFix fix, Live<AudioOptions> options, Live<ServarrOptions> servarr)
{
    private const int MostDetail = 100_000;

    public async Task<JobOutcome> RunAsync(Job job, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (options.Value.Roots.Count == 0)
        {
            return new JobOutcome.Skipped("noRoots") { Reason = "no media folder is configured; set Audio__Roots to the folders that may be touched" };
        }

        job = Located(job);
        var input = job.Input?.Deserialize(AudioJobJson.Default.AudioJobInput) ?? new(OriginalLanguage: null);
        var named = LanguageTag.TryParse(input.OriginalLanguage ?? "", out var language) ? language : null;
        var done = await fix.RunAsync(job.Path, job.Instance, input.Subject, named, isLater: job.Wait is not null, Request, cancellationToken);
        return OutcomeOf(done.Outcome, done, job);

        AudioFixRequest Request(SelectionRules rules) => new()
        {
            Path = job.Path,
            Roots = MediaRoots.Of(options.Value.Roots),
            Rules = rules,
            Apply = !job.IsDryRun && (input.Apply || !options.Value.DryRun),
            IsNamedByPerson = input.IsNamedByPerson,
            MayRewrite = job.Lane is Lane.Slow,
            Progress = progress,
            JobId = job.Id,
            IsResumed = job.Attempts > 1 || job.Wait is not null,
        };
    }

    /// <summary>Where the path mappings put the file now: a job that was begun before they were right needs no other import.</summary>
    private Job Located(Job job) =>
        job is { Batch: null, Instance: { } instance }
        && (job.RemotePath ?? job.Path) is var remote
        && PathMappings.Map(servarr.Value.PathMappings, instance, remote) is PathOutcome.Mapped { Path: var path }
        && path != job.Path
            ? job with { Path = path, RemotePath = remote }
            : job;

    /// <summary>What came of a file, as the ledger keeps it.</summary>
    public static JobOutcome OutcomeOf(AudioFixOutcome outcome, AdvisedOutcome? advised = null, Job? job = null)
    {
        var detail = AudioJobDetail.Of(outcome, advised) is { } found ? DetailOf(found) : null;
        return outcome switch
        {
            AudioFixOutcome.Changed changed => new JobOutcome.Succeeded(JobResult.Changed, changed.UndoId) { Reason = outcome.Sentence, Detail = detail },
            AudioFixOutcome.AlreadyCorrect => new JobOutcome.Succeeded(JobResult.AlreadyCorrect) { Reason = outcome.Sentence, Detail = detail },
            AudioFixOutcome.Planned => new JobOutcome.Succeeded(JobResult.Planned) { Reason = outcome.Sentence, Detail = detail },
            AudioFixOutcome.NeedsRewrite => new JobOutcome.Handed(Lane.Slow) { Reason = outcome.Sentence, Detail = detail },
            AudioFixOutcome.Waiting waiting => new JobOutcome.Waiting(waiting.Reason) { Reason = outcome.Sentence, Detail = detail },
            AudioFixOutcome.Skipped skipped => new JobOutcome.Skipped(Camel(skipped.Reason)) { Reason = outcome.Sentence, Detail = detail },
            AudioFixOutcome.Failed { Reason: FailReason.Missing } when job is { Batch: not null } => new JobOutcome.Skipped("gone") { Reason = $"{job.Path} is gone since its batch found it" },
            AudioFixOutcome.Failed { Reason: FailReason.Missing } when job is not null => new JobOutcome.Waiting(WaitReason.NotVisible) { Reason = Missing(job) },
            AudioFixOutcome.Failed { Reason: FailReason.OutsideRoots } => new JobOutcome.Skipped("outsideRoots") { Reason = outcome.Sentence, Detail = detail },
            AudioFixOutcome.Failed failed => new JobOutcome.Failed(Camel(failed.Reason)) { Reason = outcome.Sentence, Detail = detail },
            _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
        };
    }

    /// <summary>Null for one that the ledger has no room for: titles can be as long as a file likes.</summary>
    private static JsonElement? DetailOf(AudioJobDetail found)
    {
        var detail = JsonSerializer.SerializeToElement(found, AudioJobJson.Default.AudioJobDetail);
        return detail.GetRawText().Length <= MostDetail ? detail : null;
    }

    private static string Missing(Job job) => job.RemotePath is null
        ? $"there is no file at {job.Path}. If {job.Instance ?? "it"} sees it there and this program does not, set Servarr__PathMappings"
        : $"there is no file at {job.Path}, which is where the path mappings put {job.RemotePath}. If it does not come, look at Servarr__PathMappings";

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
