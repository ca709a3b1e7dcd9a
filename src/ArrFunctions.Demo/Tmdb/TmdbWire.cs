using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.Tmdb;

/// <summary>JSON as TMDB writes it.</summary>
internal static class TmdbWire
{
    public const string NotFound = """{"success":false,"status_code":34,"status_message":"The resource you requested could not be found."}""";

    public const string WrongKey = """{"status_code":7,"status_message":"Invalid API key: You must be granted a valid key.","success":false}""";

    private const string JsonType = "application/json;charset=utf-8";

    public static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(), JsonType);

    public static IResult Error(int status, string body) => Results.Text(body, JsonType, statusCode: status);

    public static IResult Found(IEnumerable<TmdbWork> works) => Json(new()
    {
        ["movie_results"] = new JsonArray(),
        ["person_results"] = new JsonArray(),
        ["tv_results"] = new JsonArray([.. works.Select(work => (JsonNode)Of(work))]),
        ["tv_episode_results"] = new JsonArray(),
        ["tv_season_results"] = new JsonArray(),
    });

    public static JsonObject Of(TmdbWork work)
    {
        var (title, original, date) = work.IsMovie ? ("title", "original_title", "release_date") : ("name", "original_name", "first_air_date");
        return new()
        {
            ["adult"] = false,
            ["id"] = work.Id,
            [title] = work.Title,
            [original] = work.OriginalTitle ?? work.Title,
            ["original_language"] = work.OriginalLanguage,
            [date] = work.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year}-05-30") : "",
            ["popularity"] = 9.5,
            ["overview"] = $"What happens in {work.Title}.",
        };
    }
}
