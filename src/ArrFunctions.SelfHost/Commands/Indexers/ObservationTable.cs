using System.Globalization;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Reports;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>Observations as a table for people.</summary>
internal static class ObservationTable
{
    public static Table Of(IEnumerable<ObservationView> observations, bool isWide)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = !isWide }
            .AddColumn("Time (UTC)", column => column.NoWrap())
            .AddColumns(isWide ? ["Indexer", "Name", "Told by", "What", "Took", "Why"] : ["Indexer", "What", "Why"]);
        foreach (var seen in observations)
        {
            var (key, name) = (new Text(new IndexerKey(seen.Instance, seen.Id).ToString()), new Text(Terminal.Printable(seen.Name)));
            var (source, took) = (new Text(Word(seen.Source)), new Text(IndexerWords.Milliseconds(seen.ResponseMilliseconds)));
            var (time, why) = (new Text(seen.Time.UtcDateTime.ToString(isWide ? "yyyy-MM-dd HH:mm:ss" : "MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), new Text(Why(seen.Class, seen.Reason)));
            table.AddRow(isWide
                ? [time, key, name, source, What(seen.Outcome), took, why]
                : [time, new Rows(name, key), new Rows(What(seen.Outcome), source, took), why]);
        }

        return table;
    }

    public static string Why(FailureClass? kind, string? reason) => (kind, reason) switch
    {
        ({ } known, { } words) => Terminal.Printable($"{IndexerWords.Class(known)}: {words}"),
        ({ } known, null) => IndexerWords.Class(known),
        (null, { } words) => Terminal.Printable(words),
        _ => "-",
    };

    public static string Word(ObservationSource? source) => source?.ToString().ToLowerInvariant() ?? "-";

    private static Text What(ObservationOutcome outcome)
    {
        var (word, colour) = outcome switch
        {
            ObservationOutcome.Ok => ("answered", Color.Green),
            ObservationOutcome.Failed => ("failed", Color.Red),
            ObservationOutcome.Unblocked => ("unblocked", Color.Blue),
            _ => ("switched off", Color.Grey),
        };
        return new(word, new Style(colour));
    }
}
