namespace ArrFunctions.Platform;

/// <summary>The condition of a change that did not hold.</summary>
public enum TableConflict
{
    /// <summary>An insert found the row.</summary>
    RowExists,

    /// <summary>A change with an ETag found no row.</summary>
    RowMissing,

    /// <summary>A change with an ETag found the row with another.</summary>
    RowChanged,
}
