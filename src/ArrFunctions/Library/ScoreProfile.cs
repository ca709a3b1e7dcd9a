namespace ArrFunctions.Library;

/// <summary>A quality profile, as far as it decides on upgrades (<c>GET qualityprofile</c>).</summary>
public sealed record ScoreProfile
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public bool IsUpgradeAllowed { get; init; }

    /// <summary>Quality id, or the id of a group (1000 and above).</summary>
    public int Cutoff { get; init; }

    /// <summary>A file below it is one that would not be taken today.</summary>
    public int MinScore { get; init; }

    /// <summary>A file below it is replaced by one of a higher score, where upgrades are allowed.</summary>
    public int CutoffScore { get; init; }

    /// <summary>The score from which on no file is replaced for its score: where upgrades are off, the minimum counts (<c>UpgradableSpecification</c>).</summary>
    public int EffectiveCutoffScore => IsUpgradeAllowed ? CutoffScore : MinScore;

    /// <summary>How much higher the score of another file must be at least.</summary>
    public int MinUpgrade { get; init; } = 1;

    /// <summary>Points by custom format id; formats that give none are left out.</summary>
    public IReadOnlyDictionary<int, int> Scores { get; init; } = new Dictionary<int, int>();

    /// <summary>What a file would have that matches every format that gives points.</summary>
    public int BestScore => (int)Math.Min(Scores.Values.Sum(score => (long)Math.Max(score, 0)), int.MaxValue);

    /// <summary>Qualities from the worst to the best; those of one group stand together.</summary>
    public IReadOnlyList<ProfileQuality> Qualities { get; init; } = [];
}
