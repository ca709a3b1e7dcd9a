namespace ArrFunctions.Library.Analysis.Legacy;

/// <summary>What the replaced system would have upgraded.</summary>
internal static class LegacyCandidates
{
    /// <summary>In the order of the library.</summary>
    public static IEnumerable<LegacyCandidate> Of(LegacyRows rows, int threshold)
    {
        var hdr = rows.Named("HDR");
        return rows.All.Where(file => rows.ScoreOf(file) <= threshold).Select(file => Judge(rows, file, hdr)).Where(candidate => candidate.Reasons != LegacyReasons.None);
    }

    private static LegacyCandidate Judge(LegacyRows rows, ScoredFile file, HashSet<int> hdr)
    {
        var score = rows.ScoreOf(file);
        var gap = rows.Mean - score;
        var (priority, gain, reasons) = gap switch
        {
            > 100 => (1, (int)(gap * 0.7), LegacyReasons.BelowMean),
            > 50 => (2, (int)(gap * 0.5), LegacyReasons.BelowMean),
            > 20 => (3, (int?)null, LegacyReasons.BelowMean),
            _ => (4, null, LegacyReasons.None),
        };
        if (file.Formats.Select(format => rows.PointsOf(file, format)).DefaultIfEmpty().Min() is < 0 and var worst)
        {
            reasons |= LegacyReasons.NegativeFormats;
            priority = worst < -50 ? 1 : worst < -20 ? Math.Min(priority, 2) : priority;
        }

        if (file.Size > 2 * rows.MeanSize && score < 0)
        {
            reasons |= LegacyReasons.LargeAndNegative;
            priority = Math.Min(priority, 2);
        }

        if (file.Media?.Resolution?.Contains("2160p", StringComparison.Ordinal) == true && !file.Formats.Any(hdr.Contains))
        {
            reasons |= LegacyReasons.UltraHdWithoutHdr;
            priority = Math.Min(priority, 3);
        }

        return new(file.Item, score, priority, gain, reasons);
    }
}
