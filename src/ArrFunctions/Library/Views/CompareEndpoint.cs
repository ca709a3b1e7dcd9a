using ArrFunctions.Library.Exports;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Library.Views;

/// <summary><c>GET library/compare</c>: two exports of one instance.</summary>
internal static class CompareEndpoint
{
    public static async Task<IResult> CompareAsync(ExportRegister exports, LibraryComparer comparer, string? from, string? to, CancellationToken cancellationToken)
    {
        if (from is null || to is null)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "badRequest", "from and to are the ids of two exports of one instance; GET library/exports lists them.");
        }

        if (await exports.FindAsync(from, cancellationToken) is not { Run: { } one })
        {
            return ExportEndpoints.Missing(from);
        }

        if (await exports.FindAsync(to, cancellationToken) is not { Run: { } other })
        {
            return ExportEndpoints.Missing(to);
        }

        return one.Instance != other.Instance
            ? Problem.Of(StatusCodes.Status400BadRequest, "notComparable", $"from is an export of {one.Instance}, and to one of {other.Instance}. Name two of one instance.")
            : (one.Snapshot is null ? one : other.Snapshot is null ? other : null) is { } unfinished
            ? Problem.Of(StatusCodes.Status409Conflict, "noFigures", $"The export {unfinished.Id} has no figures to compare: {unfinished.Trouble ?? unfinished.Result ?? "it has not ended."}")
            : Results.Json(await comparer.CompareAsync(one, other, cancellationToken), LibraryViewJson.Default.LibraryComparison);
    }
}
