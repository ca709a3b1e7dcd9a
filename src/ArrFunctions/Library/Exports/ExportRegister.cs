using ArrFunctions.Jobs;
using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Platform;

namespace ArrFunctions.Library.Exports;

/// <summary>Exports by their ids, wherever something is known of them.</summary>
internal sealed class ExportRegister(ExportIntake intake, ExportStore exports, BatchStore batches, BatchReport report, IArtifactStore artifacts)
{
    /// <summary>Null: there is none. One that has just begun has its batch alone, one that ended long ago its row of the run log alone.</summary>
    public async Task<FoundExport?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!JobId.IsId(id))
        {
            return null;
        }

        var batch = await batches.FindAsync(id, cancellationToken) is ({ Kind: JobKind.Export } found, _) ? found : null;
        foreach (var instance in intake.Instances.Select(static instance => instance.Name).Append(batch?.Path).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await exports.FindAsync(instance, id, cancellationToken) is { } run)
            {
                return new(run, batch);
            }
        }

        return batch is null ? null : new(Run: null, batch);
    }

    /// <summary>With how far it is, and the files that it has made.</summary>
    public async Task<ExportView> ViewAsync(FoundExport export, CancellationToken cancellationToken) => ExportView.Of(
        export,
        export.Batch is { HasEnded: false } batch ? await report.ProgressAsync(batch, cancellationToken) : null,
        [.. (await artifacts.ListAsync(export.Id, cancellationToken)).Select(artifact => ViewOf(export.Id, artifact))]);

    /// <param name="instances">Their names.</param>
    public async Task<ExportList> ListAsync(IReadOnlyCollection<string> instances, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var (runs, next) = await exports.ListAsync(instances, limit, cursor, cancellationToken);
        var views = new List<ExportView>();
        foreach (var run in runs)
        {
            views.Add(ExportView.Of(new(run, (await batches.FindAsync(run.Id, cancellationToken))?.Batch)));
        }

        return new(views, next);
    }

    private static ArtifactView ViewOf(string export, StoredArtifact artifact) => new(
        artifact.Name, artifact.Size, ArtifactCatalogue.Find(artifact.Name)?.MediaType ?? "application/octet-stream", $"/api/library/exports/{export}/artifacts/{artifact.Name}");
}

/// <summary>What is known of an export: one of the two at least.</summary>
internal sealed record FoundExport(ExportRun? Run, Batch? Batch)
{
    public string Id => Run?.Id ?? Batch!.Id;
}
