namespace ArrFunctions.Ops.State;

/// <summary>How a table of the target stands to that of the file.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Missing">Rows of the file that the target does not have.</param>
/// <param name="Different">Rows of the file that the target has with other content.</param>
/// <param name="More">Rows of the target that the file does not have.</param>
/// <param name="IsSameHash">Whether the rows of the target that the file has too make the hash that the file tells.</param>
internal sealed record TableCheck(string Table, long Rows, long Missing, long Different, long More, bool IsSameHash)
{
    public bool IsOk => Missing == 0 && Different == 0 && IsSameHash;

    /// <summary>Whether somebody else's rows are there: none but those that a host makes at its first start, before it has any work.</summary>
    public bool IsOccupied => Different + More > 0 && !FirstStart.Contains(Table, StateOrder.Tables);

    /// <summary>The keys of the target stay: one of them is that of the caller, who would lock himself out.</summary>
    public static bool KeepsMore(string table) => StateOrder.Tables.Equals(table, "Keys");

    private static readonly string[] FirstStart = ["Events", "EventFeed", "Keys", "Schedules"];
}
