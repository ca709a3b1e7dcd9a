namespace ArrFunctions.Library.Takeover;

/// <summary>What of their history is, or would be, in the library of one instance.</summary>
/// <param name="Runs">Of theirs, as exports of ours.</param>
/// <param name="NewRuns">Those of them that are not here yet.</param>
/// <param name="NewChanges">Those of the changes that are not here yet.</param>
/// <param name="Unplaced">Changes of episodes that the instance does not have any more, or whose library was not exported here yet.</param>
/// <param name="Late">Runs from our first export on: what happened since is known here.</param>
internal sealed record LibraryTaken(string Instance, int Runs, int NewRuns, int Changes, int NewChanges, int Unplaced, int Late, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>There was no export here yet: episodes can be placed, and trends are shown, only with what one fetched.</summary>
    public bool NeedsExport { get; init; }
}
