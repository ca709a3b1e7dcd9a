namespace ArrFunctions.Indexers.Takeover;

/// <summary>What of their tests is, or would be, among our observations.</summary>
/// <param name="Taken">Those that say something of an indexer.</param>
/// <param name="New">Those of them that are not here yet.</param>
/// <param name="Failing">Indexers whose last test failed: those that the other program said it switched off.</param>
/// <param name="Unplaced">Tests of a service that has no instance here.</param>
internal sealed record ObservationsTaken(int Tests, int Taken, int New, int Unplaced, IReadOnlyList<string> Failing);
