using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ArrFunctions.Tests.Http;

/// <summary>Levels of the log over HTTP.</summary>
public sealed class LogEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_level_is_changed_for_a_time_and_given_back()
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();

        await PutAsync(client, """{"levels":{"ArrFunctions.Indexers":"debug"},"for":"15m"}""", HttpStatusCode.OK);

        var level = Of(await bench.GetAsync("logs/levels"), "ArrFunctions.Indexers");
        Assert.Equal(("debug", bench.Clock.GetUtcNow().AddMinutes(15)), (level!.Value.GetProperty("level").GetString(), level.Value.GetProperty("until").GetDateTimeOffset()));
        Assert.Null(Of(await PutAsync(client, """{"levels":{"ArrFunctions.Indexers":null}}""", HttpStatusCode.OK), "ArrFunctions.Indexers"));
    }

    [Theory]
    [InlineData("""{"levels":{"System.Net.Http":"trace"}}""", "logLevelClosed")]
    [InlineData("""{"levels":{"Microsoft.AspNetCore.Hosting.Diagnostics":"information"}}""", "logLevelClosed")]
    [InlineData("""{"levels":{"ArrFunctions":"loud"}}""", "logLevel")]
    [InlineData("""{"levels":{"Arr*":"trace"}}""", "logCategory")]
    [InlineData("""{"levels":{"ArrFunctions":"debug"},"for":"soon"}""", "duration")]
    [InlineData("""{"levels":{}}""", "bodyMalformed")]
    [InlineData("""{"levels":{"ArrFunctions":"debug"},"from":"now"}""", "bodyMalformed")]
    [InlineData("[", "bodyMalformed")]
    public async Task What_cannot_be_is_refused(string body, string code)
    {
        await using var bench = await HttpBench.StartAsync();
        using var client = bench.Client();

        Assert.Equal(code, (await PutAsync(client, body, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
    }

    private static JsonElement? Of(JsonElement view, string category) =>
        view.GetProperty("levels").EnumerateArray().Where(level => level.GetProperty("category").GetString() == category).Select(level => (JsonElement?)level).SingleOrDefault();

    private static async Task<JsonElement> PutAsync(HttpClient client, string body, HttpStatusCode status)
    {
        using var content = new StringContent(body);
        using var response = await client.PutAsync(new Uri("/api/logs/levels", UriKind.Relative), content, Cancellation);
        Assert.Equal(status, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
