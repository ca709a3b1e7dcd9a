using System.Globalization;
using ArrFunctions.Library.Analysis;
using ArrFunctions.Library.Exports;
using ArrFunctions.Library.History;
using ArrFunctions.Library.Views;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Library;

/// <summary>What is known of the libraries. No instance is asked for an answer: an export asked them.</summary>
internal static class LibraryEndpoints
{
    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        routes.MapExports();
        routes.MapGet("library/compare", CompareEndpoint.CompareAsync).Requires(Role.Read).Describe(LibraryOperations.Compare);
        routes.MapGet("library/{instance}/summary", SummaryAsync).Requires(Role.Read).Describe(LibraryOperations.Summary);
        routes.MapGet("library/{instance}/candidates", CandidatesAsync).Requires(Role.Read).Describe(LibraryOperations.Candidates);
        routes.MapGet("library/{instance}/formats", FormatsAsync).Requires(Role.Read).Describe(LibraryOperations.Formats);
        routes.MapGet("library/{instance}/profiles", ProfilesAsync).Requires(Role.Read).Describe(LibraryOperations.Profiles);
        routes.MapGet("library/{instance}/trends", TrendsAsync).Requires(Role.Read).Describe(LibraryOperations.Trends);
        routes.MapGet("library/{instance}/history", HistoryAsync).Requires(Role.Read).Describe(LibraryOperations.History);
    }

    private static Task<IResult> SummaryAsync(string instance, KnownLibraries libraries, CancellationToken cancellationToken) =>
        AnswerAsync(instance, libraries, static analysis => Results.Json(LibrarySummary.Of(analysis), LibraryViewJson.Default.LibrarySummary), cancellationToken);

    private static Task<IResult> FormatsAsync(string instance, KnownLibraries libraries, CancellationToken cancellationToken) =>
        AnswerAsync(
            instance, libraries, static analysis => Results.Json(new(analysis.Instance, analysis.Collected, analysis.Formats), LibraryViewJson.Default.FormatList), cancellationToken);

    private static Task<IResult> ProfilesAsync(string instance, KnownLibraries libraries, CancellationToken cancellationToken) =>
        AnswerAsync(
            instance, libraries, static analysis => Results.Json(new(analysis.Instance, analysis.Collected, analysis.Profiles), LibraryViewJson.Default.ProfileList), cancellationToken);

    private static Task<IResult> TrendsAsync(string instance, KnownLibraries libraries, CancellationToken cancellationToken) =>
        AnswerAsync(
            instance, libraries, static analysis => Results.Json(new(analysis.Instance, analysis.Collected, analysis.Trends), LibraryViewJson.Default.TrendsView), cancellationToken);

    private static async Task<IResult> CandidatesAsync(
        string instance, KnownLibraries libraries, string? priority, string? blocked, string? minGain, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (PageLimit.Objection(limit) is { } objection)
        {
            return objection;
        }

        if (!int.TryParse(cursor ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
        {
            return PageLimit.BadCursor();
        }

        return CandidateFilter.TryParse(priority, blocked, minGain, out var filter, out var wrong)
            ? await AnswerAsync(
                instance,
                libraries,
                analysis => Results.Json(CandidateList.Of(analysis, filter, PageLimit.Of(limit), after), LibraryViewJson.Default.CandidateList),
                cancellationToken)
            : Problem.Of(StatusCodes.Status400BadRequest, "filter", wrong);
    }

    /// <summary>Of the whole library by pages, or all that happened to one item.</summary>
    private static async Task<IResult> HistoryAsync(
        string instance, KnownLibraries libraries, HistoryStore history, string? item, string? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (PageLimit.Objection(limit) is { } objection)
        {
            return objection;
        }

        if (cursor is not null && !HistoryStore.IsCursor(cursor))
        {
            return PageLimit.BadCursor();
        }

        ItemKey only = default;
        if (item is not null && (!ItemKey.TryParse(item, out only) || limit is not null || cursor is not null))
        {
            return Problem.Of(
                StatusCodes.Status400BadRequest, "item", "item is the id of a movie (12), or those of a series and an episode (17-345); all that happened to it is told, without limit and cursor.");
        }

        var (library, refusal) = await libraries.FindAsync(instance, cancellationToken);
        if (library is null)
        {
            return refusal!;
        }

        var (changes, next) = item is null
            ? await history.ListAsync(library.Name, PageLimit.Of(limit), cursor, cancellationToken)
            : (await history.OfAsync(library.Name, only, cancellationToken).ToListAsync(cancellationToken), null);
        return Results.Json(new(library.Name, changes, next), LibraryViewJson.Default.ChangeList);
    }

    private static async Task<IResult> AnswerAsync(string name, KnownLibraries libraries, Func<LibraryAnalysis, IResult> answer, CancellationToken cancellationToken)
    {
        var (library, refusal) = await libraries.FindAsync(name, cancellationToken);
        return library is not null && await libraries.AnalyseAsync(library, cancellationToken) is { } analysis ? answer(analysis) : refusal ?? KnownLibraries.NotExported(library!);
    }
}
