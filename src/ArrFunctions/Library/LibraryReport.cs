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
        await store.FindStateAsync(instance.Name, cancellationToken) is ({ Collected: not null } state, _)
            ? await WithTrendsAsync((await ReadAsync(instance, state, cancellationToken)).Analysis, cancellationToken)
            : null;

    /// <summary>The same as <see cref="AnalyseAsync"/> with all that artifacts need.</summary>
    /// <returns>Null before the first export.</returns>
    public async Task<ExportContent?> ContentAsync(Instance instance, CancellationToken cancellationToken)
    {
        if (await store.FindStateAsync(instance.Name, cancellationToken) is not ({ Collected: not null, ExportId: { } export } state, _))
        {
            return null;
        }

        var missing = (await exports.FindAsync(instance.Name, export, cancellationToken))?.Missing ?? 0;
        var content = await ContentAsync(instance, state, missing, cancellationToken);
        return content with { Analysis = await WithTrendsAsync(content.Analysis, cancellationToken) };
    }

    /// <summary>For an export that is ending: without trends, which its own figures are part of.</summary>
    /// <param name="missing">Movies or series whose files are not as fresh as the rest.</param>
    public async Task<ExportContent> ContentAsync(Instance instance, LibraryState state, int missing, CancellationToken cancellationToken)
    {
        var (library, analysis) = await ReadAsync(instance, state, cancellationToken);
        return new()
        {
            ExportId = state.ExportId!,
            Analysis = analysis,
            Profiles = library.Profiles,
            Formats = library.Formats,
            Scores = ScoreCounts.Of(library),
            Rows = token => store.RowsAsync(instance.Name, token),
            Made = clock.GetUtcNow(),
            Missing = ExportWords.Missing(instance.Service, missing),
        };
    }

    /// <summary>With what the history says now.</summary>
    public async Task<LibraryAnalysis> WithTrendsAsync(LibraryAnalysis analysis, CancellationToken cancellationToken) =>
        analysis with { Trends = await TrendsAsync(analysis.Instance, cancellationToken) };

    private async Task<(ScoredLibrary Library, LibraryAnalysis Analysis)> ReadAsync(Instance instance, LibraryState state, CancellationToken cancellationToken)
    {
        var library = await reader.ReadAsync(instance, cancellationToken);
        return (library, LibraryAnalyst.Of(library, state.HasWorkingIndexer, state.Collected!.Value, trends: null));
    }

    private async Task<LibraryTrends?> TrendsAsync(string instance, CancellationToken cancellationToken)
    {
        var (days, snapshots) = (await history.DaysAsync(instance, cancellationToken), await exports.SnapshotsAsync(instance, cancellationToken));
        return snapshots.Count > 0 ? Trends.Of(days, snapshots, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) : null;
    }
}
