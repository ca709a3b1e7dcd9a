using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Ops.Http;

/// <summary>How many items a page of a list has: 1 to 500, and 50 unless told.</summary>
internal static class PageLimit
{
    private const int Most = 500;
    private const int Usual = 50;

    /// <param name="asked">As it stands in the query, without an objection.</param>
    public static int Of(string? asked) => asked is null ? Usual : int.Parse(asked, NumberStyles.Integer, CultureInfo.InvariantCulture);

    public static IResult BadCursor() =>
        Problem.Of(StatusCodes.Status400BadRequest, "cursor", "The cursor is none that this list gave out; leave it out to begin with the first page.");

    /// <summary>Null for a limit that can be used. An empty one cannot, and is told apart from none only while it is text.</summary>
    public static IResult? Objection(string? asked) =>
        asked is null ? null
        : !int.TryParse(asked, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? Problem.Of(StatusCodes.Status400BadRequest, "badRequest", $"limit is no number; it can be 1 to {Most}.")
        : number is >= 1 and <= Most ? null
        : Problem.Of(StatusCodes.Status400BadRequest, "limit", string.Create(CultureInfo.InvariantCulture, $"limit is {number}, and can be 1 to {Most}."));
}
