namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>Health as the replaced system computed it: the mean of its three parts, each from 0 to 100.</summary>
/// <param name="ScorePart">75 and half of the mean score.</param>
/// <param name="PositivePart">Percent of the files with a score above 0.</param>
/// <param name="CandidatePart">100 less twice the percent of the files that are candidates at a threshold of 50.</param>
internal sealed record LegacyHealth(double Score, string Grade, double ScorePart, double PositivePart, double CandidatePart)
{
    public static LegacyHealth? Of(LegacyRows rows)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var score = Math.Clamp(75 + (rows.Mean / 2), 0, 100);
        var positive = 100.0 * rows.All.Count(file => rows.ScoreOf(file) > 0) / rows.Count;
        var candidates = Math.Max(0, 100 - (200.0 * LegacyCandidates.Of(rows, LegacyNumbers.ReportThreshold).Count() / rows.Count));
        var health = (score + positive + candidates) / 3;
        return new(health, GradeOf(health), score, positive, candidates);
    }

    private static string GradeOf(double score) => score switch
    {
        >= 90 => "A",
        >= 80 => "B",
        >= 70 => "C",
        >= 60 => "D",
        _ => "F",
    };
}
