using ArrFunctions.MediaServers;

namespace ArrFunctions.Audio;

/// <summary>What an audio job found and did: the choice, what it came of, and the tracks before and after.</summary>
/// <param name="Chosen">Number of the chosen track among the audio tracks, from 1.</param>
/// <param name="OriginalLanguage">And who told it.</param>
/// <param name="Rule">The rule that holds for the file; null where none does.</param>
/// <param name="Before">The first 100 tracks, each with its rank and why.</param>
/// <param name="After">The same after a change; null where nothing was changed.</param>
/// <param name="Rewrite">The new file, where one was written.</param>
/// <param name="Told">Who was told of the change, and who could not be; null where nobody was to be told.</param>
internal sealed record AudioJobDetail(
    int? Chosen,
    OriginalLanguageJson? OriginalLanguage,
    RuleJson? Rule,
    IReadOnlyList<TrackJson>? Before,
    IReadOnlyList<TrackJson>? After,
    RewriteJson? Rewrite,
    IReadOnlyList<Told>? Told)
{
    private const int Most = 100;

    /// <param name="outcome">What came of the file.</param>
    /// <param name="advised">What it came of; null where nobody was asked.</param>
    /// <returns>Null where there is nothing to tell.</returns>
    public static AudioJobDetail? Of(AudioFixOutcome outcome, AdvisedOutcome? advised)
    {
        var (selection, changed) = (outcome.Selection, outcome as AudioFixOutcome.Changed);
        return selection is null && advised is null ? null : new(
            selection?.Chosen?.Position + 1,
            advised is null ? null : OriginalLanguageJson.Of(advised.Advice.Original),
            advised?.Advice.Rule is { } rule ? new(rule.Number, rule.Conditions) : null,
            selection is null ? null : [.. selection.Judgements.Take(Most).Select(TrackJson.Of)],
            changed is null ? null : [.. changed.After.Take(Most).Select(TrackJson.Of)],
            changed?.Rewrite is { } record ? RewriteJson.Of(record) : null,
            advised?.Told is { Count: > 0 } told ? told : null);
    }
}
