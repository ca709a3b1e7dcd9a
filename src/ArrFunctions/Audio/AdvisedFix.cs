using ArrFunctions.Audio.Rules;
using ArrFunctions.Audio.Telling;
using ArrFunctions.Jobs;
using ArrFunctions.MediaServers;
using ArrFunctions.Metadata;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio;

/// <summary>One file from beginning to end: finds out what holds for it, fixes it, and tells the programs that know it.</summary>
internal sealed class AdvisedFix(AudioAdvice advice, AudioFix fix, AudioTelling telling)
{
    /// <param name="path">Local path of the file.</param>
    /// <param name="instance">The instance that named it; null when none did.</param>
    /// <param name="subject">What the event told; null when there was none.</param>
    /// <param name="named">The original language as a person named it; null where nobody did.</param>
    /// <param name="isLater">The event is a while ago.</param>
    /// <param name="request">Asks for the fix by the rules that hold.</param>
    /// <param name="cancellationToken">Ends it early; who has to be told of a change is told all the same.</param>
    public async Task<AdvisedOutcome> RunAsync(
        string path,
        string? instance,
        MediaSubject? subject,
        LanguageTag? named,
        bool isLater,
        Func<SelectionRules, AudioFixRequest> request,
        CancellationToken cancellationToken)
    {
        var advised = await advice.ForAsync(path, instance, subject, named, isLater, cancellationToken);
        if (advised.Skip is { } reason)
        {
            AudioFixOutcome left = advised.IsForNow
                ? new AudioFixOutcome.Waiting(WaitReason.Upstream, reason)
                : new AudioFixOutcome.Skipped(SkipReason.RuledOut, reason);
            return new(left, advised, Told: []);
        }

        var outcome = await fix.RunAsync(request(advised.Rules), cancellationToken);
        return new(outcome, advised, outcome is AudioFixOutcome.Changed changed
            ? await telling.TellAsync(path, advised.Instance, advised.Subject.Id, changed.HasOtherSize, CancellationToken.None)
            : []);
    }
}

/// <param name="Told">Who was told of a change, and who could not be.</param>
internal sealed record AdvisedOutcome(AudioFixOutcome Outcome, FileAdvice Advice, IReadOnlyList<Told> Told);
