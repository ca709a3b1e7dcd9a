namespace ArrFunctions.Library.Report.Charts;

/// <summary>The numbers of a chart for those who do not look at it.</summary>
internal sealed record ChartTable(IReadOnlyList<string> Columns, IEnumerable<ChartTable.Row> Rows)
{
    /// <param name="Filter">What the row shows of the table of files (<see cref="FileFilter"/>); null: nothing.</param>
    internal sealed record Row(IReadOnlyList<string> Cells, string? Filter = null);
}
