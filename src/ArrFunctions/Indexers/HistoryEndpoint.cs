using System.Globalization;
using ArrFunctions.Indexers.Memory;
using ArrFunctions.Indexers.Reports;
using ArrFunctions.Indexers.Watch;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Indexers;

/// <summary><c>GET indexers/history</c>: what was seen of indexers, the newest first.</summary>
internal static class HistoryEndpoint
{
    /// <summary>Ten years.</summary>
    private const int MostHours = 10 * 366 * 24;

    /// <param name="instance">Null for all.</param>
    /// <param name="id">Null for all of the instance.</param>
    /// <param name="hours">How far back, 1 to 87,840; null: as far as observations are kept.</param>
    public static async Task<IResult> ListAsync(
        ObservationStore observations, IndexerRecords records, TimeProvider clock, string? instance, string? id, string? hours, string? limit, string? cursor,
        CancellationToken cancellationToken)
    {
        if (PageLimit.Objection(limit) is { } objection)
        {
            return objection;
        }

        if (cursor is not null && !ObservationCursor.TryParse(cursor, out _))
        {
            return PageLimit.BadCursor();
        }

        if (!TryRead(hours, MostHours, out var back))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "hours", "hours is a whole number from 1 to 87840.");
        }

        if (!TryRead(id, int.MaxValue, out var only) || (only is not null && instance is null))
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "id", "id is the number of an indexer, and needs instance beside it.");
        }

        var known = await records.AllAsync(cancellationToken);
        var page = await observations.ListAsync(
            [
                .. known.Keys.Where(key => (instance is null || key.Instance.Equals(instance, StringComparison.OrdinalIgnoreCase)) && (only is null || key.Id == only)),
            ],
            back is { } length ? clock.GetUtcNow().AddHours(-length) : null,
            until: null,
            PageLimit.Of(limit),
            cursor,
            cancellationToken);
        return Results.Json(
            new ObservationListView([.. page.Observations.Select(one => ObservationView.Of(one, known[one.Indexer].Name))], page.Cursor),
            IndexersJson.Default.ObservationListView);
    }

    private static bool TryRead(string? text, int most, out int? number)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read >= 1 && read <= most;
        number = isNumber ? read : null;
        return isNumber || text is null;
    }
}
