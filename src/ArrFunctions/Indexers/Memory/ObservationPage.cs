namespace ArrFunctions.Indexers.Memory;

/// <summary>Observations, the newest first.</summary>
/// <param name="Cursor">For the next page; null when this is the last.</param>
internal sealed record ObservationPage(IReadOnlyList<IndexerObservation> Observations, string? Cursor);

internal sealed record IndexerObservation(IndexerKey Indexer, Observation Seen);
