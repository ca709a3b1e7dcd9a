using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio;

/// <summary>What a track in a wanted language scores: 1000 for each place of that language, less for a loose match or a special purpose, and a person's points.</summary>
internal sealed class TrackScore
{
    private const int Place = 1000;
    private const int MatchStep = 150;

    /// <summary>The step of a track that only counts as its language by policy, behind every <see cref="LanguageMatch"/>.</summary>
    private const int ByPolicy = 6;

    private TrackScore(List<ScorePart> usual, List<ScorePart> points)
    {
        Parts = [.. usual.Concat(points).Where(part => part.Points != 0)];
        (Usual, Points) = (usual.Sum(part => part.Points), points.Sum(part => part.Points));
    }

    public IReadOnlyList<ScorePart> Parts { get; }

    public int Total => Usual + Points;

    /// <summary>Without a person's points: a place is worth more than match and purpose together, a step of the match more than any purpose.</summary>
    public int Usual { get; }

    /// <summary>A person's points alone.</summary>
    public int Points { get; }

    /// <param name="wanted">How many languages are wanted.</param>
    /// <param name="scores">A person's points.</param>
    public static TrackScore Of(AudioTrack track, LanguageAnswer answer, TrackPurpose purpose, int wanted, IEnumerable<TrackPoints> scores) => new(
        [
            new(answer.Wish, Place * (wanted - answer.Place)),
            new(NameOf(answer.Match), -MatchStep * StepOf(answer.Match)),
            new(purpose.Name(), -purpose.Cost()),
        ],
        [.. scores.Where(score => score.Trait.IsOf(track)).Select(score => new ScorePart(score.Trait.Name, score.Points))]);

    private static int StepOf(LanguageMatch match) => match is LanguageMatch.None ? ByPolicy : (int)match;

    private static string NameOf(LanguageMatch match) => match switch
    {
        LanguageMatch.Exact => "same language and region",
        LanguageMatch.NearRegion => "a region within the other",
        LanguageMatch.Language => "only one side names a region",
        LanguageMatch.OtherRegion => "another region",
        LanguageMatch.Macrolanguage => "a member of the same group of languages",
        LanguageMatch.OtherMember => "an unusual member of the same group of languages",
        _ => "the track names no language",
    };
}
