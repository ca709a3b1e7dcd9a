namespace ArrFunctions.Ops.Access;

/// <summary>What came of deleting a key.</summary>
internal enum KeyDeletion
{
    Deleted,
    NotFound,

    /// <summary>Nothing was deleted: without an admin key nobody could make another key.</summary>
    LastAdmin,
}
