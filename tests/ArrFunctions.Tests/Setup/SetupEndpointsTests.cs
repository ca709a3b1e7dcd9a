using System.Net;

namespace ArrFunctions.Tests.Setup;

public sealed class SetupEndpointsTests
{
    [Fact]
    public async Task Instances_are_listed_without_their_keys()
    {
        await using var bench = await SetupBench.StartAsync();

        var (status, body) = await bench.AskAsync(HttpMethod.Get, "instances");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            [("films", "radarr", bench.Radarr.Url.OriginalString), ("series", "sonarr", bench.Sonarr.Url.OriginalString.TrimEnd('/')), ("prowlarr", "prowlarr", "http://127.0.0.1:1")],
            body.GetProperty("instances").EnumerateArray().Select(instance =>
                (instance.GetProperty("name").GetString(), instance.GetProperty("service").GetString(), instance.GetProperty("url").GetString())));
        Assert.DoesNotContain(bench.Radarr.ApiKey, body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_is_connected_to_the_address_of_the_request_unless_another_is_given()
    {
        await using var bench = await SetupBench.StartAsync();

        var (status, body) = await bench.AskAsync(HttpMethod.Post, "instances/films/webhook");
        Assert.Equal((HttpStatusCode.OK, $"{bench.Url}api/webhook/radarr/films", true), (status, body.GetProperty("url").GetString(), body.GetProperty("created").GetBoolean()));

        (status, body) = await bench.AskAsync(HttpMethod.Post, "instances/films/webhook", $$"""{"url":"http://localhost:{{bench.Url.Port}}"}""");
        Assert.Equal((HttpStatusCode.OK, $"http://localhost:{bench.Url.Port}/api/webhook/radarr/films"), (status, body.GetProperty("url").GetString()));
    }

    [Theory]
    [InlineData("instances/tv/webhook", "", 404, "unknownInstance")]
    [InlineData("instances/films/webhook", """{"url":"ftp://home"}""", 400, "urlInvalid")]
    [InlineData("instances/films/webhook", """{"address":"http://home"}""", 400, "bodyMalformed")]
    [InlineData("instances/films/webhook", "[", 400, "bodyMalformed")]
    [InlineData("instances/films/webhook", """{"url":"http://127.0.0.1:1"}""", 502, "webhookUnreachable")]
    [InlineData("instances/tv/test", "", 404, "unknownInstance")]
    [InlineData("mappings/check", """{"instance":"tv"}""", 404, "unknownInstance")]
    [InlineData("mappings/check", "null", 400, "bodyMalformed")]
    public async Task What_cannot_be_done_is_told_with_a_code(string path, string body, int status, string code)
    {
        await using var bench = await SetupBench.StartAsync();

        var answer = await bench.AskAsync(HttpMethod.Post, path, body);

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_instance_is_tested_and_what_is_wrong_is_an_answer_too()
    {
        await using var bench = await SetupBench.StartAsync();

        var (status, films) = await bench.AskAsync(HttpMethod.Post, "instances/FILMS/test");
        Assert.Equal(
            (HttpStatusCode.OK, "films", "radarr", true), (status, films.GetProperty("instance").GetString(), films.GetProperty("service").GetString(), films.GetProperty("isRight").GetBoolean()));
        Assert.NotNull(films.GetProperty("version").GetString());
        var (other, prowlarr) = await bench.AskAsync(HttpMethod.Post, "instances/prowlarr/test");
        Assert.Equal((HttpStatusCode.OK, false, "unreachable"), (other, prowlarr.GetProperty("isRight").GetBoolean(), prowlarr.GetProperty("kind").GetString()));
        Assert.StartsWith("prowlarr at http://127.0.0.1:1 cannot be reached", prowlarr.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_paths_of_one_instance_or_of_all_are_checked()
    {
        await using var bench = await SetupBench.StartAsync("/movies");
        await bench.FilmAsync("Harbour of Tin");

        var (_, one) = await bench.AskAsync(HttpMethod.Post, "mappings/check", """{"instance":"films"}""");
        var film = Assert.Single(one.GetProperty("instances").EnumerateArray());
        Assert.Equal(("films", "radarr", false), (film.GetProperty("instance").GetString(), film.GetProperty("service").GetString(), film.GetProperty("isRight").GetBoolean()));
        Assert.Equal("missing", film.GetProperty("findings")[0].GetProperty("code").GetString());
        Assert.Equal("Servarr__PathMappings__0__From=/movies", film.GetProperty("proposals")[0].GetString());
        Assert.Equal(3, (await bench.AskAsync(HttpMethod.Post, "mappings/check")).Body.GetProperty("instances").GetArrayLength());
    }
}
