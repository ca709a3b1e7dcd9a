using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio;

/// <summary>The wanted languages of one file in order: the original language, then the configured list.</summary>
internal sealed class LanguagePriority
{
    private readonly UndeterminedPolicy undetermined;
    private readonly bool hasOriginal;

    public LanguagePriority(SelectionRules rules)
    {
        undetermined = rules.Undetermined;
        hasOriginal = rules.OriginalLanguage is { IsUndetermined: false };
        Wanted = [.. (hasOriginal ? rules.Languages.Prepend(rules.OriginalLanguage!) : rules.Languages).Distinct()];
    }

    /// <summary>Wanted languages, the most wanted first.</summary>
    public IReadOnlyList<LanguageTag> Wanted { get; }

    /// <summary>The first wanted language that a track answers; null when it answers none.</summary>
    /// <param name="isSingle">The track is the only audio track of its file.</param>
    public LanguageAnswer? AnswerOf(AudioTrack track, bool isSingle)
    {
        if (track.Language.IsUndetermined)
        {
            return AnswerOfUndetermined(isSingle);
        }

        for (var place = 0; place < Wanted.Count; place++)
        {
            var match = LanguageMatching.Match(Wanted[place], track.Language);
            if (match != LanguageMatch.None)
            {
                return new LanguageAnswer(Wanted[place], place, match, IsOriginal(place));
            }
        }

        return null;
    }

    private LanguageAnswer? AnswerOfUndetermined(bool isSingle)
    {
        var counts = undetermined switch
        {
            UndeterminedPolicy.AsOriginal => hasOriginal,
            UndeterminedPolicy.OnlyIfSingle => isSingle && Wanted.Count > 0,
            _ => false,
        };
        return counts ? new LanguageAnswer(Wanted[0], 0, LanguageMatch.None, IsOriginal(0)) : null;
    }

    private bool IsOriginal(int place) => place == 0 && hasOriginal;
}

/// <summary>How a track answers the wanted languages.</summary>
/// <param name="Place">Place of the wanted language, from 0.</param>
/// <param name="Match"><see cref="LanguageMatch.None"/> for a track that only counts as that language by policy.</param>
internal sealed record LanguageAnswer(LanguageTag Wanted, int Place, LanguageMatch Match, bool IsOriginal)
{
    /// <summary>For people: "original language".</summary>
    public string Wish => IsOriginal ? "original language" : Place == 0 ? "most wanted language" : $"number {Place + 1} of the wanted languages";
}
