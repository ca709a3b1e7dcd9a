namespace ArrFunctions.Ops.State;

/// <summary>What came of an import.</summary>
internal abstract record StateImportOutcome
{
    private StateImportOutcome()
    {
    }

    /// <summary>Every row of the file is there, read back.</summary>
    public sealed record Imported(IReadOnlyList<TableCheck> Tables) : StateImportOutcome;

    /// <summary>It was written, and what was read back is something else; the target goes on doing no work.</summary>
    public sealed record Differs(IReadOnlyList<TableCheck> Tables) : StateImportOutcome;

    /// <summary>The target holds other rows; nothing was written.</summary>
    public sealed record Occupied(IReadOnlyList<TableCheck> Tables) : StateImportOutcome;

    /// <summary>The target holds other rows, and they are to be replaced, which nobody has confirmed; nothing was written.</summary>
    public sealed record Unconfirmed(IReadOnlyList<TableCheck> Tables) : StateImportOutcome;

    /// <summary>An import of another file has not ended there; nothing was written.</summary>
    public sealed record Unfinished : StateImportOutcome;
}
