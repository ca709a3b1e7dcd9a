using System.Globalization;
using ArrFunctions.Library.Search;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Library;

/// <summary>What would be searched for, as a table for people.</summary>
internal static class SearchTable
{
    public static Table Of(IEnumerable<SearchPlan> plans, bool isWide)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = !isWide }.AddColumns("Instance", "Next", "Priority", "Gain", "Why");
        foreach (var (plan, next) in plans.SelectMany(static plan => plan.Next, static (plan, next) => (plan, next)))
        {
            table.AddRow(
                new Text(plan.Instance),
                new Text(Terminal.Printable(next.Name)),
                new Text(next.Priority.ToString().ToLowerInvariant()),
                new Text(next.Gain.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture)),
                new Text(Terminal.Printable(next.Reason)));
        }

        return table;
    }

    public static string Words(LeftOut left) => string.Create(
        CultureInfo.InvariantCulture,
        $"{left.Count:#,0} {Why(left.Reason)}: {string.Join(", ", left.First)}{(left.Count > left.First.Count ? ", ..." : "")}");

    private static string Why(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Priority => "of a lower priority",
        LeftOutReason.Blocked => "blocked",
        LeftOutReason.Unavailable => "not released",
        LeftOutReason.CoolDown => "searched for not long ago",
        LeftOutReason.NoIndexer => "without an indexer that works",
        LeftOutReason.Budget => "beyond the searches of the day",
        LeftOutReason.IndexerBudget => "beyond the questions of an indexer",
        _ => "later",
    };
}
