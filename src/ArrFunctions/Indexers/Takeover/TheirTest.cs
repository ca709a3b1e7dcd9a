namespace ArrFunctions.Indexers.Takeover;

/// <summary>A row of <c>indexer_health</c> of AI Arr Control.</summary>
/// <param name="Error">May hold the key of an indexer.</param>
/// <param name="Time">In UTC, as that table has it.</param>
internal sealed record TheirTest(string Service, int IndexerId, string Name, bool IsSuccess, string? Error, DateTimeOffset Time)
{
    /// <summary>Without the error.</summary>
    public override string ToString() => $"{Service}/{IndexerId}";
}
