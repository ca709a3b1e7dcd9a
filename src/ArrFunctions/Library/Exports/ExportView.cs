using ArrFunctions.Jobs.Batches;
using ArrFunctions.Library.History;
using ArrFunctions.Servarr;

namespace ArrFunctions.Library.Exports;

/// <summary>An export as the routes show it.</summary>
/// <param name="Scope">Null until it is known what there is to fetch.</param>
/// <param name="Why">Why it is a full one, in a sentence; null where it is not.</param>
/// <param name="Titles">Movies or series that the instance has.</param>
/// <param name="Due">Movies or series whose files were to be fetched.</param>
/// <param name="Rescored">Movies or series whose scores followed from what was stored.</param>
/// <param name="Missing">Movies or series whose files could not be fetched.</param>
/// <param name="Trouble">What went wrong, in a sentence.</param>
/// <param name="Result">What came of it, in a sentence.</param>
/// <param name="Changes">Found since it began, by kind.</param>
/// <param name="Figures">At its end.</param>
/// <param name="Progress">While it runs.</param>
/// <param name="Artifacts">Null in lists.</param>
internal sealed record ExportView(
    string ExportId,
    string Instance,
    ServarrService? Service,
    BatchStatus Status,
    string Actor,
    DateTimeOffset Started,
    DateTimeOffset? Ended,
    ExportScope? Scope,
    string? Why,
    int? Titles,
    int? Due,
    int? Rescored,
    int? Missing,
    string? Trouble,
    string? Result,
    IReadOnlyDictionary<string, int>? Changes,
    LibrarySnapshot? Figures,
    BatchProgress? Progress,
    IReadOnlyList<ArtifactView>? Artifacts)
{
    /// <param name="found">With its row of the run log, its batch, or both.</param>
    public static ExportView Of(FoundExport found, BatchProgress? progress = null, IReadOnlyList<ArtifactView>? artifacts = null)
    {
        var (run, batch) = (found.Run, found.Batch);
        var surveyed = run is { IsSurveyed: true } ? run : null;
        var isOpen = batch is { HasEnded: false };
        return new(
            run?.Id ?? batch!.Id,
            run?.Instance ?? batch!.Path,
            run?.Service,
            batch?.Status ?? StatusOf(run!),
            run?.Actor ?? batch!.Actor,
            run?.Started ?? batch!.Created,
            batch is null ? run!.Ended : batch.Ended,
            surveyed?.Scope,
            surveyed?.Why,
            surveyed?.Titles,
            surveyed?.Due,
            surveyed?.Rescored,
            run is { Snapshot: not null } ? run.Missing : null,
            run?.Trouble,
            run?.Result ?? (isOpen ? null : batch?.Reason),
            run is { Snapshot: not null } ? run.Changes : null,
            run?.Snapshot,
            isOpen ? progress ?? BatchProgress.Of(batch!, batch!.Counts) : null,
            artifacts);
    }

    /// <summary>Of an export whose batch was cleared away.</summary>
    private static BatchStatus StatusOf(ExportRun run) => run switch
    {
        { Trouble: not null } => BatchStatus.Failed,
        { Snapshot: null } => BatchStatus.Cancelled,
        { Missing: > 0 } => BatchStatus.PartlyFailed,
        _ => BatchStatus.Succeeded,
    };
}

/// <summary>A file that an export has made.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Href">Where it is to be had, from the root of this host.</param>
internal sealed record ArtifactView(string Name, long Size, string MediaType, string Href);

/// <summary>A page of exports, newest first.</summary>
/// <param name="Cursor">For the next page; null when this is the last.</param>
internal sealed record ExportList(IReadOnlyList<ExportView> Exports, string? Cursor);
