namespace ArrFunctions.Demo.Servarr.Scores;

/// <summary>A quality profile: which qualities are wanted, and what the custom formats count.</summary>
public sealed record QualityProfile(int Id, string Name)
{
    /// <summary>Id of a quality, or of a group of them.</summary>
    public const int Web1080p = 1002;

    public bool UpgradeAllowed { get; init; } = true;

    /// <inheritdoc cref="Web1080p"/>
    public int Cutoff { get; init; } = Web1080p;

    public int MinFormatScore { get; init; }

    public int CutoffFormatScore { get; init; }

    /// <summary>Null: not told, as by the versions before the end of 2024.</summary>
    public int? MinUpgradeFormatScore { get; init; } = 1;

    /// <summary>Points by the id of the custom format; those that are not named count nothing.</summary>
    public IReadOnlyDictionary<int, int> Scores { get; init; } = new Dictionary<int, int>();

    /// <summary>Ids of the qualities and groups that are not allowed; Unknown and Raw-HD at first.</summary>
    public IReadOnlyList<int> Refused { get; init; } = [0, 10];

    /// <summary>The same profile where one format counts something else.</summary>
    public QualityProfile Scored(CustomFormat format, int score) => this with { Scores = new Dictionary<int, int>(Scores) { [format.Id] = score } };

    public int ScoreOf(IReadOnlyList<CustomFormat> formats)
    {
        var score = 0;
        foreach (var format in formats)
        {
            score += Scores.GetValueOrDefault(format.Id);
        }

        return score;
    }

    /// <summary>Whether a quality is below the cutoff: below the first allowed one where upgrades are off.</summary>
    internal bool IsCutoffNotMet(QualityList qualities, Quality quality)
    {
        var cutoff = UpgradeAllowed ? Cutoff : qualities.Ranks.First(rank => !Refused.Contains(rank.Id)).Id;
        return qualities.PlaceOf(quality.Id) < qualities.PlaceOf(cutoff);
    }
}
