using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio;

/// <summary>What to look for in a file's audio tracks.</summary>
public sealed record SelectionRules
{
    /// <summary>Language the production was made in; null when nobody knows. It comes before <see cref="Languages"/>.</summary>
    public LanguageTag? OriginalLanguage { get; init; }

    /// <summary>Wanted languages, the most wanted first.</summary>
    public IReadOnlyList<LanguageTag> Languages { get; init; } = [];

    public UndeterminedPolicy Undetermined { get; init; }

    /// <summary>Preferred codecs by short name, the best first; between tracks of one language only.</summary>
    public IReadOnlyList<string> Codecs { get; init; } = [];

    /// <summary>Preferred channel counts, the best first (5.1 is 6); between tracks of one language only.</summary>
    public IReadOnlyList<int> Channels { get; init; } = [];

    /// <summary>Points for tracks with a trait; all that hold for a track add up.</summary>
    internal IReadOnlyList<TrackPoints> Scores { get; init; } = [];
}
