using ArrFunctions.Jobs.Batches;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ArrFunctions.SelfHost.Commands.Batches;

/// <summary>Batches as a table for people, a line each where there is room for it.</summary>
internal static class BatchTable
{
    public static Table Of(IEnumerable<BatchView> batches, bool isWide)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowRowSeparators = !isWide }.AddColumn("Batch", column => column.NoWrap());
        table.AddColumns(isWide ? ["Folder", "State", "Files", "Done", "Failed", "Begun (UTC)", "Ended (UTC)"] : ["State"]);
        if (!isWide)
        {
            table.AddColumn("Begun, ended (UTC)", column => column.NoWrap());
        }

        foreach (var batch in batches)
        {
            var (word, colour) = BatchText.StateOf(batch);
            var (id, folder, state) = (new Text(batch.Id), new Text(Terminal.Printable(batch.Path)), new Text(word, new Style(colour)));
            var (begun, ended, progress) = (BatchText.Time(batch.Created), BatchText.Time(batch.Ended), batch.Progress);
            var failed = progress.Counts.Failed + progress.Counts.Poisoned;
            IRenderable[] cells = isWide
                ? [id, folder, state, Number(progress.Total), new Text(BatchText.Percent(progress)), Number(failed), new Text(begun), new Text(ended)]
                : [new Rows(id, folder), new Rows(state, new Text($"{BatchText.Percent(progress)} of {BatchText.Number(progress.Total)}")), new Rows(new Text(begun), new Text(ended))];
            table.AddRow(cells);
        }

        return table;
    }

    private static Text Number(int number) => new(BatchText.Number(number));
}
