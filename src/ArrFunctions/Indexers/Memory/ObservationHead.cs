namespace ArrFunctions.Indexers.Memory;

/// <summary>Changes with every change of an indexer's rows, so that nobody builds on what another is changing; names the days whose figures are behind their observations.</summary>
/// <param name="From">The first such day; null when there is none.</param>
/// <param name="To">The last one; days after it may be behind as well, as far as the state at its end differs.</param>
internal sealed record ObservationHead(DateOnly? From = null, DateOnly? To = null)
{
    public ObservationHead With(DateOnly from, DateOnly to) => new(from < From || From is null ? from : From, to > To || To is null ? to : To);
}
