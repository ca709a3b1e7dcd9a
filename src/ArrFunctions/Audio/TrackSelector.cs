using ArrFunctions.Metadata.Languages;

namespace ArrFunctions.Audio;

/// <summary>Chooses the track that should be the default one.</summary>
public static class TrackSelector
{
    /// <summary>
    /// In this order: a track of the film before commentary and audio description, whatever their language; the score; codec; channels;
    /// place in the file. Without points of a person the score says: the place of the language; how exactly the language matches; a
    /// main track before a dub.
    /// </summary>
    public static TrackSelection Select(IReadOnlyList<AudioTrack> tracks, SelectionRules rules)
    {
        var priority = new LanguagePriority(rules);
        var candidates = tracks.Select(track => Candidate.Of(track, priority, rules, isSingle: tracks.Count == 1)).ToList();
        var ranked = candidates.Where(candidate => candidate.CanBeChosen)
            .OrderBy(candidate => candidate.Purpose.IsBeside())
            .ThenByDescending(candidate => candidate.Score!.Total)
            .ThenBy(candidate => PlaceOf(candidate.Track.Codec, rules.Codecs, StringComparer.OrdinalIgnoreCase))
            .ThenBy(candidate => PlaceOf(candidate.Track.Channels, rules.Channels, EqualityComparer<int>.Default))
            .ThenBy(candidate => candidate.Track.Position)
            .ToList();
        var judgements = candidates.ConvertAll(candidate => new TrackJudgement(
            candidate.Track,
            candidate.CanBeChosen ? ranked.IndexOf(candidate) + 1 : null,
            candidate.Explain())
        {
            Score = candidate.Score?.Total,
            Parts = candidate.Score?.Parts ?? [],
        });
        return ranked.Count == 0
            ? new TrackSelection(Chosen: null, NoneReason(tracks, priority), judgements)
            : new TrackSelection(ranked[0].Track, ChosenReason(ranked), judgements);
    }

    private static int PlaceOf<T>(T value, IReadOnlyList<T> order, IEqualityComparer<T> comparer)
    {
        for (var place = 0; place < order.Count; place++)
        {
            if (comparer.Equals(order[place], value))
            {
                return place;
            }
        }

        return order.Count;
    }

    private static string ChosenReason(List<Candidate> ranked)
    {
        var (chosen, second) = (ranked[0], ranked.ElementAtOrDefault(1));
        var language = chosen.ExplainLanguage();
        if (chosen.Purpose.IsBeside())
        {
            return $"{language}; there is nothing but commentary and audio description in a wanted language";
        }

        if (second is null)
        {
            return $"{language}; no other track is in a wanted language";
        }

        if (!second.Purpose.IsBeside() && chosen.Score!.Total != second.Score!.Total && chosen.Score.Usual <= second.Score.Usual)
        {
            return $"{language}; the points of Scores decide, {chosen.Score.Points} against {second.Score.Points} of track {second.Track.Position + 1}";
        }

        if (second.Answer!.Place != chosen.Answer!.Place)
        {
            return language;
        }

        return second.Purpose.IsBeside() || (second.Purpose != chosen.Purpose && second.Answer.Match == chosen.Answer.Match)
            ? $"{language}; the {chosen.Purpose.Name()} comes before the {second.Purpose.Name()}"
            : second.Answer.Match != chosen.Answer.Match ? $"{language}, the closest match"
            : $"{language}; first of its equals by codec, channels and place in the file";
    }

    private static string NoneReason(IReadOnlyList<AudioTrack> tracks, LanguagePriority priority)
    {
        if (tracks.Count == 0)
        {
            return "the file has no audio track";
        }

        var wanted = string.Join(", ", priority.Wanted.Select(tag => tag.EnglishName));
        var present = string.Join(", ", tracks.Select(track => track.Language.EnglishName).Distinct(StringComparer.Ordinal));
        return wanted.Length == 0 ? "no language is wanted" : $"no audio track is in a wanted language: wanted {wanted}; the file has {present}";
    }

    /// <param name="Score">Null for a track that cannot be chosen.</param>
    private sealed record Candidate(AudioTrack Track, LanguageAnswer? Answer, TrackPurpose Purpose, TrackScore? Score)
    {
        private const AudioTrackFlags Excluding = AudioTrackFlags.Disabled | AudioTrackFlags.Auxiliary;

        public bool CanBeChosen => Score is not null;

        public static Candidate Of(AudioTrack track, LanguagePriority priority, SelectionRules rules, bool isSingle)
        {
            var (answer, purpose) = (priority.AnswerOf(track, isSingle), TrackPurposes.Of(track));
            var canBeChosen = answer is not null && (track.Flags & Excluding) == AudioTrackFlags.None;
            return new(track, answer, purpose, canBeChosen ? TrackScore.Of(track, answer!, purpose, priority.Wanted.Count, rules.Scores) : null);
        }

        public string Explain()
        {
            if (Track.Flags.HasFlag(AudioTrackFlags.Disabled))
            {
                return "the file says that this track is not to be played";
            }

            if (Track.Flags.HasFlag(AudioTrackFlags.Auxiliary))
            {
                return "another track uses this one as its chapters, time code, hints or clock";
            }

            var purpose = Purpose.IsBeside() ? $"{Purpose.Name()}, taken only where nothing else can be" : Purpose.Name();
            return Answer is null ? $"{Track.Language.EnglishName} is not wanted; {purpose}" : $"{ExplainLanguage()}; {purpose}";
        }

        public string ExplainLanguage()
        {
            var wish = Answer!.Place == 0 ? $"the {Answer.Wish}" : Answer.Wish;
            return Answer.Match switch
            {
                LanguageMatch.None => $"no known language, which counts as {Answer.Wanted.EnglishName}, {wish}",
                LanguageMatch.Exact => $"{Track.Language.EnglishName} is {wish}",
                _ => $"{Track.Language.EnglishName} answers {Answer.Wanted.EnglishName}, {wish}",
            };
        }
    }
}
