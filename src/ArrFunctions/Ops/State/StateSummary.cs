namespace ArrFunctions.Ops.State;

/// <summary>What a whole state file holds.</summary>
/// <param name="Header">Its first line.</param>
/// <param name="Tables">Each of its tables.</param>
/// <param name="Sha256">Over the header and the ends of the tables; names the file.</param>
internal sealed record StateSummary(StateHeader Header, IReadOnlyList<TableSummary> Tables, string Sha256)
{
    public long Rows => Tables.Sum(table => table.Rows);
}

/// <param name="Sha256">As <see cref="RowHash"/> makes it, over its rows in order.</param>
internal sealed record TableSummary(string Table, long Rows, string Sha256);
