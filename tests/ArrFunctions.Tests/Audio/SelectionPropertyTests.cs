using ArrFunctions.Audio;
using ArrFunctions.Audio.Rules;
using ArrFunctions.Metadata.Languages;
using FsCheck;
using FsCheck.Fluent;

namespace ArrFunctions.Tests.Audio;

/// <summary>What holds for every file and all rules.</summary>
public sealed class SelectionPropertyTests
{
    private static readonly string[] Languages = ["jpn", "eng", "eng-GB", "eng-US", "nor", "nob", "und", "fra"];

    private static Gen<AudioTrack> Track =>
        from language in Gen.Elements(Languages)
        from flags in Gen.Elements(
            AudioTrackFlags.None, AudioTrackFlags.None, AudioTrackFlags.Dub, AudioTrackFlags.HearingImpaired, AudioTrackFlags.VisualImpaired,
            AudioTrackFlags.Commentary, AudioTrackFlags.Disabled, AudioTrackFlags.Auxiliary)
        from isDefault in Gen.Elements(AudioTrackFlags.None, AudioTrackFlags.Default)
        from title in Gen.Elements(null, "Atmos", "Director's Commentary")
        from codec in Gen.Elements("aac", "dts")
        from channels in Gen.Elements(2, 6)
        select New.Track(language, flags | isDefault, title, codec, channels);

    private static Gen<TrackPoints> Score =>
        from trait in Gen.Elements<TrackTrait>(
            new TrackTrait.Codec("dts"), new TrackTrait.Channels(6), new TrackTrait.Title("atmos"), new TrackTrait.Title("commentary"),
            new TrackTrait.Language(LanguageTag.Parse("fra")), new TrackTrait.Language(LanguageTag.Parse("eng-GB")))
        from points in Gen.Elements(-10_000, -100, 1, 90, 1000, 10_000)
        select new TrackPoints(trait, points);

    private static Gen<SelectionRules> Rules =>
        from original in Gen.Elements(null, "jpn", "nor")
        from wanted in Gen.Elements("eng", "nob", "eng-GB", "jpn").ListOf()
        from policy in Gen.Elements(Enum.GetValues<UndeterminedPolicy>())
        from codecs in Gen.Elements<string[]>([], ["dts"])
        from channels in Gen.Elements<int[]>([], [6, 2])
        from scores in Score.ListOf()
        select New.Rules(original, [.. wanted]) with { Undetermined = policy, Codecs = codecs, Channels = channels, Scores = [.. scores] };

    private static Gen<(List<AudioTrack> Tracks, SelectionRules Rules)> Case =>
        from tracks in Track.ListOf()
        from rules in Rules
        select (New.Tracks(tracks), rules);

    /// <summary>Catches a tie-break by anything but the place, such as by which track is the default one.</summary>
    [Fact]
    public void Moved_tracks_leave_the_choice_to_the_same_one_or_to_its_first_equal() => Check(
        from given in Case
        from order in Gen.Shuffle(given.Tracks.ToArray())
        select (given.Tracks, Moved: New.Tracks(order), given.Rules), given =>
    {
        var (chosen, moved) = (TrackSelector.Select(given.Tracks, given.Rules), TrackSelector.Select(given.Moved, given.Rules));
        return chosen.Chosen is null || moved.Chosen is null ? chosen.Chosen is null && moved.Chosen is null
            : Worth(chosen, given.Rules) == Worth(moved, given.Rules)
            && moved.Judgements.TakeWhile(judgement => judgement.Track != moved.Chosen).All(judgement => WorthOf(judgement, given.Rules) != Worth(moved, given.Rules));
    });

    [Fact]
    public void Choosing_again_after_a_fix_finds_it_right() => Check(Case, given =>
    {
        if (TrackSelector.Select(given.Tracks, given.Rules).Chosen is not { } chosen)
        {
            return true;
        }

        var after = given.Tracks.ConvertAll(track => track with
        {
            Flags = track.Position == chosen.Position ? track.Flags | AudioTrackFlags.Default : track.Flags & ~AudioTrackFlags.Default,
        });
        return TrackSelector.Select(after, given.Rules) is { IsAlreadyCorrect: true, Chosen: var again } && again!.Position == chosen.Position;
    });

    [Fact]
    public void Commentary_is_chosen_only_where_no_other_track_can_be() => Check(Case, given =>
    {
        var selection = TrackSelector.Select(given.Tracks, given.Rules);
        return selection.Chosen is null || !IsBeside(selection.Chosen) || selection.Judgements.All(judgement => judgement.Rank is null || IsBeside(judgement.Track));
    });

    /// <summary>What can be chosen depends on no points, in both directions.</summary>
    [Fact]
    public void Points_make_no_track_eligible_and_none_ineligible() => Check(Case, given =>
        Eligible(given.Tracks, given.Rules).SequenceEqual(Eligible(given.Tracks, given.Rules with { Scores = [] })));

    [Fact]
    public void The_parts_of_a_score_add_up_and_ranks_follow_scores() => Check(Case, given =>
    {
        var ranked = TrackSelector.Select(given.Tracks, given.Rules).Judgements.Where(judgement => judgement.Rank is not null).OrderBy(judgement => judgement.Rank).ToList();
        return ranked.All(judgement => judgement.Score == judgement.Parts.Sum(part => part.Points))
            && ranked.Select(judgement => judgement.Rank).SequenceEqual(Enumerable.Range(1, ranked.Count).Select(rank => (int?)rank))
            && ranked.Zip(ranked.Skip(1)).All(pair => (IsBeside(pair.First.Track), -pair.First.Score).CompareTo((IsBeside(pair.Second.Track), -pair.Second.Score)) <= 0);
    });

    /// <summary>The order as it was before there were scores, written out once more: catches a cost that outweighs a step above it.</summary>
    [Fact]
    public void Without_points_the_language_then_its_match_then_the_purpose_decide() => Check(Case, given =>
    {
        var rules = given.Rules with { Scores = [] };
        var priority = new LanguagePriority(rules);
        var expected = given.Tracks
            .Where(track => (track.Flags & (AudioTrackFlags.Disabled | AudioTrackFlags.Auxiliary)) == AudioTrackFlags.None)
            .Select(track => (Track: track, Answer: priority.AnswerOf(track, given.Tracks.Count == 1), Purpose: TrackPurposes.Of(track)))
            .Where(candidate => candidate.Answer is not null)
            .OrderBy(candidate => candidate.Purpose.IsBeside()).ThenBy(candidate => candidate.Answer!.Place).ThenBy(candidate => candidate.Answer!.Match)
            .ThenBy(candidate => candidate.Purpose).ThenBy(candidate => rules.Codecs.Contains(candidate.Track.Codec) ? 0 : 1)
            .ThenBy(candidate => rules.Channels.Count == 0 ? 0 : -candidate.Track.Channels).ThenBy(candidate => candidate.Track.Position)
            .Select(candidate => candidate.Track.Position);
        var ranked = TrackSelector.Select(given.Tracks, rules).Judgements.Where(judgement => judgement.Rank is not null).OrderBy(judgement => judgement.Rank);
        return expected.SequenceEqual(ranked.Select(judgement => judgement.Track.Position));
    });

    private static bool IsBeside(AudioTrack track) => TrackPurposes.Of(track).IsBeside();

    private static IEnumerable<int> Eligible(List<AudioTrack> tracks, SelectionRules rules) =>
        TrackSelector.Select(tracks, rules).Judgements.Where(judgement => judgement.Rank is not null).Select(judgement => judgement.Track.Position);

    private static (bool, int?, bool, int)? Worth(TrackSelection selection, SelectionRules rules) =>
        selection.Judgements.Where(judgement => judgement.Track == selection.Chosen).Select(judgement => WorthOf(judgement, rules)).FirstOrDefault();

    /// <summary>All that may count between two tracks but their places.</summary>
    private static (bool, int?, bool, int)? WorthOf(TrackJudgement judgement, SelectionRules rules) => judgement.Rank is null ? null :
        (IsBeside(judgement.Track), judgement.Score, rules.Codecs.Contains(judgement.Track.Codec), rules.Channels.Count == 0 ? 0 : judgement.Track.Channels);

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
