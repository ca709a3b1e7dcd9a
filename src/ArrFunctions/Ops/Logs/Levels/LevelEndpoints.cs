using System.Security.Claims;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Configuration;
using ArrFunctions.Ops.Http;
using ArrFunctions.Ops.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ArrFunctions.Ops.Logs.Levels;

/// <summary>The levels of the log while the program runs.</summary>
internal static class LevelEndpoints
{
    private const int MostCategories = 50;

    private static readonly SettingKind<TimeSpan> Length = SettingKinds.Duration("1s", "30d");

    public static void MapLogLevels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("logs/levels", ShowAsync).Requires(Role.Read).Describe(LevelOperations.Show);
        routes.MapPut("logs/levels", ChangeAsync).Requires(Role.Admin).Describe(LevelOperations.Change);
    }

    private static async Task<IResult> ShowAsync(LevelSwitch levels, CancellationToken cancellationToken) =>
        Results.Json(await levels.ShowAsync(cancellationToken), LevelJson.Default.LevelsView);

    private static async Task<IResult> ChangeAsync(HttpRequest request, LevelSwitch levels, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request, cancellationToken);
        if (body?.Levels is not { Count: > 0 and <= MostCategories } asked)
        {
            return Refused("bodyMalformed", $$"""The body is not {"levels": {"ArrFunctions.Indexers": "debug"}, "for": "15m"} with 1 to {{MostCategories}} categories, and nothing else; for may be left out.""");
        }

        TimeSpan? span = null;
        if (body.For is { } text)
        {
            if (!Length.TryRead(text, out var read))
            {
                return Refused("duration", $"for {Length.Complaint}.");
            }

            span = read;
        }

        var wishes = new Dictionary<string, LevelWish>(StringComparer.OrdinalIgnoreCase);
        foreach (var (category, word) in asked)
        {
            if (Wish(category, word, out var wish) is { } objection)
            {
                return objection;
            }

            wishes[category] = wish!;
        }

        await levels.SetAsync(wishes, span, caller.Actor(), cancellationToken);
        return await ShowAsync(levels, cancellationToken);
    }

    private static IResult? Wish(string category, string? word, out LevelWish? wish)
    {
        wish = word is null ? new LevelWish(Level: null) : LevelWords.TryRead(word, out var level) ? new LevelWish(level) : null;
        return !ClosedCategories.IsCategory(category)
            ? Refused("logCategory", "A category has 1 to 200 letters, digits and dots, such as ArrFunctions.Indexers; default stands for all others.")
            : wish is null ? Refused("logLevel", $"The level of {category} is none of trace, debug, information, warning, error, critical and none, nor null for the configured one.")
            : wish.Level is { } wanted && ClosedCategories.Objection(category, wanted) is { } closed ? Refused("logLevelClosed", closed)
            : null;
    }

    private static IResult Refused(string code, string detail) => Problem.Of(StatusCodes.Status400BadRequest, code, detail);

    /// <summary>Null when the body is something else.</summary>
    private static async Task<LevelsBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, LevelJson.Default.LevelsBody, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
