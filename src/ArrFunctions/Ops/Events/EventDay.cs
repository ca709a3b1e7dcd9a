namespace ArrFunctions.Ops.Events;

/// <summary>What became of a day of the log.</summary>
internal sealed record EventDay
{
    /// <summary>Only what an audit needs is left of it.</summary>
    public bool IsThinned { get; init; }

    /// <summary>How many events there were of each name; null while its events are there, with a row that counts them.</summary>
    public SortedDictionary<string, long>? Counts { get; init; }
}
