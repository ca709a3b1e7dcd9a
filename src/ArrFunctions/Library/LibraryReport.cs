using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library;

/// <summary>What is said of the library of an instance, from what is stored alone: no instance is asked.</summary>
internal sealed class LibraryReport(LibraryStore store, LibraryReader reader, ExportStore exports, HistoryStore history, TimeProvider clock)
{
    /// <returns>Null before the first export.</returns>
    public async Task<LibraryAnalysis?> AnalyseAsync(Instance instance, CancellationToken cancellationToken) =>
        await store.FindStateAsync(instance.Name, cancellationToken) is ({ Collected: not null } state, _) ? (await ReadAsync(instance, state, cancellationToken)).Analysis : null;

    /// <summary>The same as <see cref="AnalyseAsync"/> with all that artifacts need.</summary>
    /// <returns>Null before the first export.</returns>
    public async Task<ExportContent?> ContentAsync(Instance instance, CancellationToken cancellationToken) =>
        await store.FindStateAsync(instance.Name, cancellationToken) is ({ Collected: not null } state, _)
            ? await ContentAsync(instance, state, state.ExportId!, missing: [], cancellationToken)
            : null;

    public async Task<ExportContent> ContentAsync(
        Instance instance, LibraryState state, string exportId, IReadOnlyList<string> missing, CancellationToken cancellationToken)
    {
        var (library, analysis) = await ReadAsync(instance, state, cancellationToken);
        return new()
        {
            ExportId = exportId,
            Analysis = analysis,
            Profiles = library.Profiles,
            Formats = library.Formats,
            Rows = token => store.RowsAsync(instance.Name, token),
            Made = clock.GetUtcNow(),
            Missing = missing,
        };
    }

    /// <summary>With what the history says now.</summary>
    public async Task<LibraryAnalysis> WithTrendsAsync(LibraryAnalysis analysis, CancellationToken cancellationToken) =>
        analysis with { Trends = await TrendsAsync(analysis.Instance, cancellationToken) };

    private async Task<(ScoredLibrary Library, LibraryAnalysis Analysis)> ReadAsync(Instance instance, LibraryState state, CancellationToken cancellationToken)
    {
        var library = await reader.ReadAsync(instance, cancellationToken);
        return (library, LibraryAnalyst.Of(library, state.HasWorkingIndexer, state.Collected!.Value, await TrendsAsync(instance.Name, cancellationToken)));
    }

    private async Task<LibraryTrends?> TrendsAsync(string instance, CancellationToken cancellationToken)
    {
        var (days, snapshots) = (await history.DaysAsync(instance, cancellationToken), await exports.SnapshotsAsync(instance, cancellationToken));
        return snapshots.Count > 0 ? Trends.Of(days, snapshots, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) : null;
    }
}
