using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;

namespace ArrFunctions.Library.Views;

/// <summary>Compares a library at the ends of two exports.</summary>
internal sealed class LibraryComparer(HistoryStore history)
{
    /// <param name="one">An export that has figures.</param>
    /// <param name="other">Another one of the same instance; which of them is older does not matter.</param>
    public async Task<LibraryComparison> CompareAsync(ExportRun one, ExportRun other, CancellationToken cancellationToken)
    {
        var (from, to) = one.Snapshot!.Time <= other.Snapshot!.Time ? (one.Snapshot, other.Snapshot) : (other.Snapshot, one.Snapshot);

        // The history is read from the newest on.
        var changes = history.SinceAsync(one.Instance, from.Time, cancellationToken).Where(change => change.Time <= to.Time).Reverse();
        return LibraryComparison.Of(one.Instance, await LibraryDiff.OfAsync(from, to, changes, cancellationToken));
    }
}
