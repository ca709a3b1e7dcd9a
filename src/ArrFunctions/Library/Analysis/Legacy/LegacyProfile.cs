namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>A profile as the replaced system judged it.</summary>
/// <param name="Excellent">Files with a score above 100.</param>
/// <param name="Good">From 50 to 100.</param>
/// <param name="Average">From 0 to below 50.</param>
/// <param name="Poor">From -50 to below 0.</param>
/// <param name="Terrible">Below -50.</param>
/// <param name="IsOftenPoor">More than 30 % are poor or terrible.</param>
/// <param name="IsBelowMean">Its mean is more than 20 points below that of the library.</param>
internal sealed record LegacyProfile(
    int Id, int Files, double Mean, int Excellent, int Good, int Average, int Poor, int Terrible, bool IsOftenPoor, bool IsBelowMean, ProfileRating Rating)
{
    public static IReadOnlyList<LegacyProfile> Of(LegacyRows rows) =>
        [.. rows.All.GroupBy(file => file.Profile.Id, rows.ScoreOf).Select(profile => Of(profile.Key, [.. profile], rows.Mean)).OrderByDescending(profile => profile.Mean)];

    private static LegacyProfile Of(int id, int[] scores, double libraryMean)
    {
        var mean = (double)scores.Sum(score => (long)score) / scores.Length;
        var (poor, terrible) = (scores.Count(score => score is >= -50 and < 0), scores.Count(score => score < -50));
        return new(
            id,
            scores.Length,
            mean,
            scores.Count(score => score > 100),
            scores.Count(score => score is >= 50 and <= 100),
            scores.Count(score => score is >= 0 and < 50),
            poor,
            terrible,
            (double)(poor + terrible) / scores.Length > 0.30,
            mean < libraryMean - 20,
            mean switch
            {
                > 75 => ProfileRating.Excellent,
                > 25 => ProfileRating.Good,
                > -10 => ProfileRating.Fair,
                _ => ProfileRating.Poor,
            });
    }
}
