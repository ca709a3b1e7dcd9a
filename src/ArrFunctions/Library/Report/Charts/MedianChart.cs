using System.Text;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Report.Charts;

/// <summary>The median score of each export, and where it goes.</summary>
internal static class MedianChart
{
    private const int MostPoints = 200;
    private const double Top = 16;
    private const double Bottom = 150;
    private const double Left = 50;
    private const double Right = 348;

    public static Chart Of(LibraryTrends trends)
    {
        LibrarySnapshot[] shown = Thin(trends.Snapshots);
        IReadOnlyList<ForecastPoint> forecast = trends.Forecast?.Points ?? [];
        string outlook = trends.Forecast is not { } told ? "There is too little history for a forecast."
            : told.Error is { } error ? $"The dashed line is a forecast, the area holds four of five outcomes; {Say.Number(told.Trials)} earlier forecasts were wrong by {Say.Number(error)} on average."
            : "The dashed line is a forecast, the area holds four of five outcomes; it could not be tried on earlier exports yet.";
        return new("chart-median", "Median score over time", $"Of each export. {outlook}", 172)
        {
            Draw = html => Draw(html, shown, forecast),
            Table = new(
                ["Day", "Median score", "Files", "Least likely", "Most likely"],
                [
                    .. shown.Select(at => new ChartTable.Row([Say.Time(at.Time), Say.Number(at.MedianScore), Say.Number(at.Files), "", ""])),
                    .. forecast.Select(at => new ChartTable.Row([$"{Say.Day(at.Day)} (forecast)", Say.Number(at.Median), "", Say.Number(at.Low), Say.Number(at.High)])),
                ]),
        };
    }

    /// <summary>The first and the last, and as many between as can be told apart.</summary>
    private static LibrarySnapshot[] Thin(IReadOnlyList<LibrarySnapshot> snapshots) => snapshots.Count <= MostPoints
        ? [.. snapshots]
        : [.. Enumerable.Range(0, MostPoints).Select(i => snapshots[(int)((long)i * (snapshots.Count - 1) / (MostPoints - 1))])];

    private static void Draw(HtmlWriter html, LibrarySnapshot[] snapshots, IReadOnlyList<ForecastPoint> forecast)
    {
        double low = snapshots.Select(at => at.MedianScore).Concat(forecast.Select(at => at.Low)).Min();
        double high = snapshots.Select(at => at.MedianScore).Concat(forecast.Select(at => at.High)).Max();
        double room = Math.Max(1, (high - low) * 0.05);
        Axis score = new(low - room, high + room, Bottom, Top);
        double begin = snapshots[0].Time.ToUnixTimeSeconds();
        Axis time = new(begin, forecast.Count > 0 ? TimeOf(forecast[^1].Day) : snapshots[^1].Time.ToUnixTimeSeconds(), Left, Right);
        foreach (double tick in score.Ticks(4))
        {
            html.Write($"<path class=\"grid\" d=\"M{Left} {score.At(tick)}H{Right}\"/><text x=\"{Left - 6}\" y=\"{score.At(tick) + 4}\" text-anchor=\"end\">{Say.Number(tick)}</text>");
        }

        (double X, double Y)[] line = [.. snapshots.Select(at => (time.At(at.Time.ToUnixTimeSeconds()), score.At(at.MedianScore)))];
        if (forecast.Count > 0)
        {
            html.Write($"<path class=\"interval\" d=\"{Path([line[^1], .. forecast.Select(at => (time.At(TimeOf(at.Day)), score.At(at.High))), .. forecast.Reverse().Select(at => (time.At(TimeOf(at.Day)), score.At(at.Low)))])}Z\"/>");
            html.Write($"<path class=\"forecast\" d=\"{Path([line[^1], .. forecast.Select(at => (time.At(TimeOf(at.Day)), score.At(at.Median)))])}\"/>");
        }

        html.Write($"<path class=\"curve\" d=\"{Path(line)}\"/><circle class=\"a\" cx=\"{line[^1].X}\" cy=\"{line[^1].Y}\" r=\"3\"/><path class=\"line\" d=\"M{Left} {Bottom}H{Right}\"/>");
        html.Write($"<text x=\"{Left}\" y=\"168\">{Say.Day(DateOnly.FromDateTime(snapshots[0].Time.UtcDateTime))}</text><text class=\"quiet\" x=\"0\" y=\"10\">score</text>");
        DateOnly last = forecast.Count > 0 ? forecast[^1].Day : DateOnly.FromDateTime(snapshots[^1].Time.UtcDateTime);
        html.Write($"<text x=\"{Right}\" y=\"168\" text-anchor=\"end\">{Say.Day(last)}</text>");
    }

    private static double TimeOf(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();

    private static string Path((double X, double Y)[] points)
    {
        StringBuilder path = new();
        foreach ((double x, double y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Say.Plain(x)).Append(' ').Append(Say.Plain(y));
        }

        return path.ToString();
    }
}
