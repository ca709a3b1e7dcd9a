using System.Text.Json;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata;

namespace ArrFunctions.Audio;

/// <summary>An explanation as programs see it.</summary>
/// <param name="Skip">Why the file is left alone all the same; null where it is not.</param>
/// <param name="SkipIsForNow">It is left alone only until somebody can be asked.</param>
/// <param name="Chosen">Number of the chosen track among the audio tracks, from 1.</param>
/// <param name="IsCorrect">The chosen track is the only default one already.</param>
internal sealed record ExplainJson(
    string Path, string Format, OriginalLanguageJson OriginalLanguage, RuleJson? Rule, string? Skip, bool? SkipIsForNow,
    IReadOnlyList<TrackJson> Tracks, int? Chosen, string Reason, bool? IsCorrect)
{
    public static ExplainJson Of(AudioExplanation told) => new(
        told.Path,
        told.Format,
        OriginalLanguageJson.Of(told.Advice.Original),
        told.Advice.Rule is { } rule ? new(rule.Number, rule.Conditions) : null,
        told.Advice.Skip,
        told.Advice.Skip is null ? null : told.Advice.IsForNow,
        [.. told.Selection.Judgements.Select(TrackJson.Of)],
        told.Selection.Chosen?.Position + 1,
        told.Selection.Reason,
        told.Selection.Chosen is null ? null : told.Selection.IsAlreadyCorrect);
}

/// <param name="Language">BCP-47; null when nobody knows it.</param>
/// <param name="Source"><see cref="LanguageSource"/> in camelCase.</param>
internal sealed record OriginalLanguageJson(string? Language, string Source, string Explanation)
{
    public static OriginalLanguageJson Of(OriginalLanguage original) =>
        new(original.Language?.ToString(), JsonNamingPolicy.CamelCase.ConvertName(original.Source.ToString()), original.Explanation);
}

/// <param name="Number">Its place in <c>Audio:Rules</c>, from 0.</param>
/// <param name="Conditions">For people: <see cref="AudioRule.Conditions"/>.</param>
internal sealed record RuleJson(int Number, IReadOnlyList<string> Conditions);
