namespace ArrFunctions.Audio;

/// <summary>The track that should be the default one, and why each track was or was not chosen.</summary>
/// <param name="Chosen">Null when no track answers a wanted language.</param>
/// <param name="Reason">A sentence about the choice as a whole.</param>
/// <param name="Judgements">One for each audio track, in file order.</param>
public sealed record TrackSelection(AudioTrack? Chosen, string Reason, IReadOnlyList<TrackJudgement> Judgements)
{
    /// <summary>The chosen track is default and no other audio track is; tracks that serve another do not count.</summary>
    public bool IsAlreadyCorrect => Chosen is { IsDefault: true }
        && Judgements.All(judgement => judgement.Track == Chosen || !judgement.Track.IsDefault || judgement.Track.Flags.HasFlag(AudioTrackFlags.Auxiliary));
}

/// <summary>What speaks for and against one track.</summary>
/// <param name="Rank">Place among the tracks that can be chosen, from 1; null for a track that cannot.</param>
public sealed record TrackJudgement(AudioTrack Track, int? Rank, string Reason)
{
    /// <summary>The sum of <see cref="Parts"/>; null for a track that cannot be chosen. A commentary comes behind other tracks whatever it has.</summary>
    public int? Score { get; init; }

    public IReadOnlyList<ScorePart> Parts { get; init; } = [];
}

/// <summary>Points of a track, and what they are for: "original language", "dub", "title 'atmos'".</summary>
public sealed record ScorePart(string Name, int Points);
