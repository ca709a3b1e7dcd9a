using ArrFunctions.Library.Analysis;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>The quality profiles with most files: how many are at their cutoff, and how their scores lie.</summary>
internal static class ProfileCharts
{
    private const int Most = 15;
    private const double RowHeight = 24;
    private const double Left = 132;
    private const double Right = 344;

    public static IEnumerable<Chart> Of(IReadOnlyList<ProfileFigures> profiles)
    {
        ProfileFigures[] shown = [.. profiles.Where(profile => profile.Files > 0 && profile.Scores is not null).OrderByDescending(profile => profile.Files).Take(Most)];
        if (shown.Length == 0)
        {
            yield break;
        }

        double height = (shown.Length * RowHeight) + 24;
        yield return new("chart-cutoff", "Files at the cutoff of their profile", "Share of the files of a profile that nothing could replace: quality and score are at their cutoffs.", height)
        {
            Draw = html => DrawShares(html, shown),
            Table = new(["Profile", "At cutoff", "Files"], shown.Select(profile => new ChartTable.Row(
                [profile.Name, Say.Share(ShareOf(profile)), Say.Number(profile.Files)], FileFilter.Profile(profile.Name)))),
        };
        yield return new(
            "chart-spread", "Scores by profile",
            "The box holds the middle half of the files, its line is the median; the whiskers reach at most one and a half times as far as the box is long.", height)
        {
            Draw = html => DrawSpreads(html, shown),
            Table = new(["Profile", "Lowest", "Lower quartile", "Median", "Upper quartile", "Highest"], shown.Select(profile => SpreadRow(profile, profile.Scores!))),
        };
    }

    private static double ShareOf(ProfileFigures profile) => (double)profile.AtCutoff / profile.Files;

    private static ChartTable.Row SpreadRow(ProfileFigures profile, ScoreSpread scores) => new(
        [profile.Name, Say.Number(scores.Min), Say.Number(scores.Lower), Say.Number(scores.Median), Say.Number(scores.Upper), Say.Number(scores.Max)],
        FileFilter.Profile(profile.Name));

    private static void DrawShares(HtmlWriter html, ProfileFigures[] profiles)
    {
        Axis share = new(0, 1, Left, Right - 44);
        double y = 4;
        foreach (ProfileFigures profile in profiles)
        {
            WriteName(html, profile, y, $"{Say.Share(ShareOf(profile))} of {Say.Number(profile.Files)} files");
            html.Write($"<rect class=\"track\" x=\"{Left}\" y=\"{y + 5}\" width=\"{share.End - Left}\" height=\"14\"/><rect class=\"a\" x=\"{Left}\" y=\"{y + 5}\" width=\"{share.At(ShareOf(profile)) - Left}\" height=\"14\"/>");
            html.Write($"<text x=\"356\" y=\"{y + 16}\" text-anchor=\"end\">{Say.Share(ShareOf(profile))}</text></g>\n");
            y += RowHeight;
        }
    }

    private static void DrawSpreads(HtmlWriter html, ProfileFigures[] profiles)
    {
        Axis score = new(profiles.Min(profile => LowOf(profile.Scores!)), profiles.Max(profile => HighOf(profile.Scores!)), Left, Right);
        double bottom = 4 + (profiles.Length * RowHeight);
        foreach (double tick in score.Ticks(3))
        {
            html.Write($"<path class=\"grid\" d=\"M{score.At(tick)} 4V{bottom}\"/><text x=\"{score.At(tick)}\" y=\"{bottom + 14}\" text-anchor=\"middle\">{Say.Number(tick)}</text>");
        }

        double y = 4;
        foreach (ProfileFigures profile in profiles)
        {
            ScoreSpread scores = profile.Scores!;
            WriteName(html, profile, y, $"median {Say.Number(scores.Median)}, from {Say.Number(scores.Min)} to {Say.Number(scores.Max)}");
            html.Write($"<path class=\"line\" d=\"M{score.At(LowOf(scores))} {y + 12}H{score.At(HighOf(scores))}\"/>");
            html.Write($"<rect class=\"box\" x=\"{score.At(scores.Lower)}\" y=\"{y + 5}\" width=\"{Math.Max(2, score.At(scores.Upper) - score.At(scores.Lower))}\" height=\"14\"/>");
            html.Write($"<path class=\"median\" d=\"M{score.At(scores.Median)} {y + 4}V{y + 20}\"/></g>\n");
            y += RowHeight;
        }
    }

    private static double LowOf(ScoreSpread scores) => Math.Max(scores.Min, scores.Lower - (1.5 * (scores.Upper - scores.Lower)));

    private static double HighOf(ScoreSpread scores) => Math.Min(scores.Max, scores.Upper + (1.5 * (scores.Upper - scores.Lower)));

    private static void WriteName(HtmlWriter html, ProfileFigures profile, double y, string more) =>
        html.Write($"<g class=\"pick\" data-show=\"{FileFilter.Profile(profile.Name)}\"><title>{profile.Name}: {more}</title><rect class=\"hit\" x=\"0\" y=\"{y}\" width=\"{Chart.Width}\" height=\"{RowHeight}\"/><text x=\"0\" y=\"{y + 16}\">{Chart.Fit(profile.Name, 18)}</text>");
}
