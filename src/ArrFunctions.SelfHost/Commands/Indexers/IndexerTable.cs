using System.Globalization;
using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>Indexers as a table for people: a line each where there is room for it, else two.</summary>
internal static class IndexerTable
{
    public static Table Of(IEnumerable<IndexerEntry> indexers, Terminal terminal) =>
        terminal.IsWide ? OfLines(indexers, terminal.IsUnicode) : OfPairs(indexers, terminal.IsUnicode);

    private static Table OfLines(IEnumerable<IndexerEntry> indexers, bool isUnicode)
    {
        var table = new Table { Border = TableBorder.Rounded }
            .AddColumns("Instance", "Id", "Name", "Protocol", "State", "24 h", "7 d", "30 d")
            .AddColumn("Last 30 days", column => column.NoWrap())
            .AddColumns("Fails with", "Since (UTC)", "Managed by");
        foreach (var indexer in indexers)
        {
            table.AddRow(
                new Text(indexer.Instance),
                new Text(indexer.Id.ToString(CultureInfo.InvariantCulture)),
                Name(indexer),
                new Text(Terminal.Printable(indexer.Protocol)),
                IndexerWords.Of(indexer.State),
                new Text(IndexerWords.Percent(indexer.Availability.Day)),
                new Text(IndexerWords.Percent(indexer.Availability.Week)),
                new Text(IndexerWords.Percent(indexer.Availability.Month)),
                UptimeStrip.Of(indexer.Availability.Days, isUnicode),
                new Text(IndexerWords.Class(indexer.LastFailureClass)),
                new Text(IndexerWords.Time(Since(indexer))),
                new Text(indexer.ManagedBy ?? "-"));
        }

        return table;
    }

    private static Table OfPairs(IEnumerable<IndexerEntry> indexers, bool isUnicode)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = true }
            .AddColumns("Indexer", "State")
            .AddColumn("24 h      7 d       30 d", column => column.NoWrap());
        foreach (var indexer in indexers)
        {
            var key = new IndexerKey(indexer.Instance, indexer.Id);
            var (day, week, month) = (indexer.Availability.Day, indexer.Availability.Week, indexer.Availability.Month);
            table.AddRow(
                new Rows(Name(indexer), new Text(indexer.ManagedBy is { } other ? $"{key}, of {other}" : $"{key}, {Terminal.Printable(indexer.Protocol)}")),
                new Rows(State(indexer)),
                new Paragraph($"{IndexerWords.Percent(day),-10}{IndexerWords.Percent(week),-10}{IndexerWords.Percent(month)}\n").Append(indexer.Availability.Days, isUnicode));
        }

        return table;
    }

    private static IEnumerable<IRenderable> State(IndexerEntry indexer)
    {
        yield return IndexerWords.Of(indexer.State);
        if (indexer.LastFailureClass is { } kind)
        {
            yield return new Text(IndexerWords.Class(kind));
        }

        if (Since(indexer) is { } since)
        {
            yield return new Text($"since {IndexerWords.Time(since)[5..]}");
        }
    }

    private static Text Name(IndexerEntry indexer) => new(Terminal.Printable(indexer.Name));

    private static DateTimeOffset? Since(IndexerEntry indexer) => indexer.TakenOut?.Since ?? indexer.FailingSince;
}
