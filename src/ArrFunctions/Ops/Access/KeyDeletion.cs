namespace ArrFunctions.Ops.Access;

/// <summary>What came of deleting a key.</summary>
internal enum KeyDeletion
{
    Deleted,
    NotFound,

    /// <summary>Nothing was deleted: without an admin key that lasts nobody could make another key.</summary>
    LastAdmin,
}
