using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Healing;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>A heal plan as a table for people.</summary>
internal static class HealPlanTable
{
    public static Table Of(IEnumerable<HealPlanEntry> entries, bool isDryRun, bool isWide)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = !isWide }.AddColumns("Indexer", "Name", "What", "Why");
        foreach (var entry in entries)
        {
            var (word, colour) = Word(entry, isDryRun);
            var tested = entry.Test is { } test ? $"; {(isDryRun ? "would be tested" : "tested")}: {test}" : "";
            table.AddRow(
                new Text(new IndexerKey(entry.Instance, entry.Id).ToString()),
                new Text(Terminal.Printable(entry.Name)),
                new Text(word, new Style(colour)),
                new Text(Terminal.Printable($"{entry.Reason}{tested}")));
        }

        return table;
    }

    private static (string Word, Color Colour) Word(HealPlanEntry entry, bool isDryRun) => entry switch
    {
        { IsDone: false } => ("not changed", Color.Red),
        { Action: HealAction.Disable } => (isDryRun ? "switch off" : "switched off", Color.Yellow),
        { Action: HealAction.Restore } => (isDryRun ? "bring back" : "brought back", Color.Green),
        { Test: not null } => (isDryRun ? "test" : "tested", Color.Blue),
        _ => ("leave", Color.Grey),
    };
}
