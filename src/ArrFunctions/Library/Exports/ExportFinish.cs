using System.Text.Json;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Library.History;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>Ends an export: counts what changed, looks at the whole, writes the artifacts. May be cut off and done again.</summary>
internal sealed class ExportFinish(
    ServarrClients clients,
    LibraryStore store,
    ExportStore exports,
    HistoryStore history,
    SearchableIndexers indexers,
    LibraryReport report,
    IArtifactStore artifacts,
    Live<LibraryOptions> options,
    TimeProvider clock) : IDisposable
{
    /// <summary>Exports whose artifacts are removed at once: one, or more where fewer are to be kept than before.</summary>
    private const int MostRemoved = 100;

    /// <summary>A library is in memory while it is looked at: one at a time.</summary>
    private readonly SemaphoreSlim turn = new(1);

    /// <returns>What came of it, in a sentence; null: it was cancelled.</returns>
    public async Task<string?> RunAsync(Batch batch, BatchCounts counts, CancellationToken cancellationToken)
    {
        if (await exports.FindAsync(batch.Path, batch.Id, cancellationToken) is not { } run)
        {
            return batch.Status is BatchStatus.Cancelling ? null : $"{batch.Path} is not configured any more";
        }

        if (!run.IsSurveyed)
        {
            return run.Trouble;
        }

        var now = clock.GetUtcNow();
        if (batch.Status is BatchStatus.Cancelling)
        {
            await exports.SetAsync(run with { Ended = now, Result = "It was cancelled." }, [], cancellationToken);
            return null;
        }

        if (clients.Of(batch.Path) is not { Instance: var instance })
        {
            run = run with { Ended = now, Trouble = $"{batch.Path} is not configured any more" };
            await exports.SetAsync(run, [], cancellationToken);
            return run.Trouble;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            return await SumUpAsync(run, instance, now, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<string?> SumUpAsync(ExportRun run, Instance instance, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (state, etag) = (await store.FindStateAsync(instance.Name, cancellationToken))!.Value;
        await history.CountDaysAsync(instance.Name, state.DaysFrom, cancellationToken);
        var missing = await MissingAsync(instance.Name, state.FullFrom, cancellationToken);
        state = state with
        {
            Collected = now,
            First = state.First ?? now,
            ExportId = run.Id,

            // What is being entered at midnight is of the day before.
            DaysFrom = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1),
            HasWorkingIndexer = await indexers.WorkingAsync(instance.Name, cancellationToken) is not { Count: 0 },
        };

        // The figures of this export are among the trends that it shows.
        var content = await report.ContentAsync(instance, state, missing, cancellationToken);
        run = (await SummedUpAsync(run, content.Analysis, missing, now, cancellationToken)) with { Scores = content.Scores };
        await exports.SetAsync(run, [new TableChange.Replace(LibraryKeys.State, LibraryStore.Json(state, LibraryJson.Default.LibraryState), etag)], cancellationToken);
        content = content with { Analysis = await report.WithTrendsAsync(content.Analysis, cancellationToken) };
        foreach (var artifact in options.Value.LegacyArtifacts ? ArtifactCatalogue.All : ArtifactCatalogue.Standard)
        {
            await artifacts.WriteAsync(run.Id, artifact.Name, (stream, token) => artifact.WriteAsync(content, stream, token), cancellationToken);
        }

        await RemoveOldAsync(instance.Name, cancellationToken);
        return run.Result;
    }

    private async Task<ExportRun> SummedUpAsync(ExportRun run, LibraryAnalysis analysis, int missing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var changes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var change in history.SinceAsync(run.Instance, run.Started, cancellationToken))
        {
            var kind = JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString());
            changes[kind] = changes.GetValueOrDefault(kind) + 1;
        }

        var ended = run with { Ended = now, Missing = missing, Changes = changes, Snapshot = SnapshotOf(run.Id, analysis, now) };
        return ended with { Result = ExportWords.Result(ended, analysis) };
    }

    private static LibrarySnapshot SnapshotOf(string export, LibraryAnalysis analysis, DateTimeOffset now) => new(
        now,
        export,
        analysis.Figures.Files,
        analysis.Figures.Bytes,
        analysis.Figures.Scores?.Mean ?? 0,
        analysis.Figures.Scores?.Median ?? 0,
        analysis.Figures.AtCutoff,
        analysis.Figures.Negative,
        analysis.Candidates.Count,
        analysis.Health.Score);

    /// <summary>Movies or series whose files are still to be fetched.</summary>
    private async Task<int> MissingAsync(string instance, DateTimeOffset fullFrom, CancellationToken cancellationToken) =>
        await store.TitlesAsync(instance, cancellationToken).CountAsync(known => known.Title.IsDue(fullFrom), cancellationToken);

    /// <summary>The run log stays; it is small.</summary>
    private async Task RemoveOldAsync(string instance, CancellationToken cancellationToken)
    {
        await foreach (var old in exports.OfAsync(instance, cancellationToken).Where(static run => run.Snapshot is not null).Skip(options.Value.KeepExports).Take(MostRemoved))
        {
            await artifacts.RemoveAsync(old.Id, cancellationToken);
        }
    }
}
