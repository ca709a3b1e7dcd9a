using ArrFunctions.Indexers;
using ArrFunctions.Indexers.Reports;
using Spectre.Console;

namespace ArrFunctions.SelfHost.Commands.Indexers;

/// <summary>Tests as a table for people.</summary>
internal static class TestTable
{
    public static Table Of(IEnumerable<TestView> tests, bool isWide)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = !isWide }.AddColumns("Indexer", "Name", "Test", "What came of it");
        foreach (var test in tests)
        {
            var (word, colour) = test.Success switch
            {
                true => ("passed", Color.Green),
                false => ("failed", Color.Red),
                null => ("not made", Color.Yellow),
            };

            // An instance that was not heard has no indexers here.
            table.AddRow(
                new Text(test.Id == 0 ? test.Instance : new IndexerKey(test.Instance, test.Id).ToString()),
                new Text(Terminal.Printable(test.Name.Length == 0 ? "-" : test.Name)),
                new Text(word, new Style(colour)),
                new Text(Terminal.Printable(test.Message)));
        }

        return table;
    }
}
