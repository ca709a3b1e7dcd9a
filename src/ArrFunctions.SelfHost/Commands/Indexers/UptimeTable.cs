using System.Globalization;
using ArrFunctions.Indexers.Memory;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>How an indexer did, as tables for people.</summary>
internal static class UptimeTable
{
    private const int DaysOfLine = 30;

    public static Table Of(IEnumerable<UptimeWindow> windows)
    {
        var table = new Table { Border = TableBorder.Rounded }.AddColumns("Last", "Up", "Outages", "Longest", "Mean", "p50", "p95", "Failures");
        foreach (var window in windows)
        {
            table.AddRow(
                window.Days == 1 ? "24 h" : $"{window.Days} d",
                IndexerWords.Percent(window.Availability),
                window.Outages.ToString(CultureInfo.InvariantCulture),
                IndexerWords.Lasting(window.LongestOutageSeconds),
                IndexerWords.Lasting(window.MeanSecondsToRecover),
                IndexerWords.Milliseconds(window.P50Milliseconds),
                IndexerWords.Milliseconds(window.P95Milliseconds),
                window.FailuresByClass.Count == 0 ? "-" : string.Join(", ", window.FailuresByClass.OrderByDescending(count => count.Value).Select(count => $"{count.Value} {count.Key}")));
        }

        return table;
    }

    public static Table Of(IEnumerable<SeenFailure> failures)
    {
        var table = new Table { Border = TableBorder.Rounded }.AddColumns("Failed (UTC)", "Told by", "Took", "Why");
        foreach (var failure in failures)
        {
            table.AddRow(
                new Text(IndexerWords.Time(failure.Time)),
                new Text(ObservationTable.Word(failure.Source)),
                new Text(IndexerWords.Milliseconds(failure.ResponseMilliseconds)),
                new Text(ObservationTable.Why(failure.Class, failure.Reason)));
        }

        return table;
    }

    /// <summary>Lines of 30 days, each with its first one.</summary>
    public static Paragraph Of(IEnumerable<DayUptime> days, bool isUnicode) => days.Chunk(DaysOfLine).Aggregate(
        new Paragraph(),
        (text, line) => text.Append(string.Create(CultureInfo.InvariantCulture, $"{line[0].Day:yyyy-MM-dd}  ")).Append(line, isUnicode).Append("\n"));
}
