using ArrFunctions.Indexers.Memory;

namespace ArrFunctions.Indexers.Reports;

/// <summary>Something that was seen of an indexer.</summary>
internal sealed record ObservationView(
    DateTimeOffset Time,
    string Instance,
    int Id,
    string Name,
    ObservationSource Source,
    ObservationOutcome Outcome,
    FailureClass? Class,
    int? ResponseMilliseconds,
    string? Reason)
{
    public static ObservationView Of(IndexerObservation one, string name) => new(
        one.Seen.Time, one.Indexer.Instance, one.Indexer.Id, name, one.Seen.Source, one.Seen.Outcome, one.Seen.Class, one.Seen.ResponseMilliseconds, one.Seen.Reason);
}

/// <param name="Cursor">For the next page; null when this is the last.</param>
internal sealed record ObservationListView(IReadOnlyList<ObservationView> Observations, string? Cursor);
