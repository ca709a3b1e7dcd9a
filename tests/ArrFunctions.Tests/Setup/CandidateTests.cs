using System.Net;
using System.Text.Json;
using ArrFunctions.Ops.Access;
using ArrFunctions.Ops.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Tests.Setup;

/// <summary>What was typed is tried before it is stored.</summary>
public sealed class CandidateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_is_asked_once_and_what_is_wrong_is_told()
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        var (url, key) = (bench.Radarr.Url.OriginalString, bench.Radarr.ApiKey);

        Assert.Equal(("radarr", true, null), await TestAsync(bench, new { service = "radarr", url = $"{url}/", apiKey = key }));
        Assert.Equal(("radarr", false, "wrongKey"), await TestAsync(bench, new { service = "radarr", url, apiKey = "another" }));
        Assert.Equal(("sonarr", false, "wrongService"), await TestAsync(bench, new { service = "sonarr", url, apiKey = key }));
        Assert.Equal(("radarr", false, "wrongUrlBase"), await TestAsync(bench, new { service = "radarr", url = bench.Radarr.Url.GetLeftPart(UriPartial.Authority), apiKey = key }));
        Assert.Equal(("radarr", false, "unreachable"), await TestAsync(bench, new { service = "radarr", url = "http://127.0.0.1:1", apiKey = key }));
        Assert.Equal(0, (await bench.AskAsync(HttpMethod.Get, "instances")).Body.GetProperty("instances").GetArrayLength());
        Assert.DoesNotContain(key, string.Join('\n', bench.Logs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_key_goes_to_its_own_server_alone()
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        await bench.AddRadarrAsync();
        await using var stranger = await Stranger.StartAsync(StatusCodes.Status200OK, "{}");

        Assert.Equal(("films", true, null), await TestAsync(bench, new { instance = "films", service = "radarr", url = bench.Radarr.Url.OriginalString }));
        var (status, body) = await bench.AskAsync(HttpMethod.Post, "instances/test", JsonSerializer.Serialize(new { instance = "films", service = "radarr", url = stranger.Url }));

        Assert.Equal((HttpStatusCode.BadRequest, "keyNeeded"), (status, body.GetProperty("code").GetString()));
        Assert.Equal(0, stranger.Asked);
    }

    [Theory]
    [InlineData(200, """{"appName":"Vault of secrets","version":"1"}""")]
    [InlineData(200, """{"appName":"Radarr","version":"the secrets of the house"}""")]
    [InlineData(400, """{"message":"secrets of the house"}""")]
    [InlineData(500, """{"message":"secrets of the house"}""")]
    [InlineData(404, """{"title":"secrets of the house"}""")]
    [InlineData(200, """{"current":"secrets of the house"}""")]
    public async Task No_word_of_a_stranger_is_handed_on(int code, string answer)
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        await using var stranger = await Stranger.StartAsync(code, answer);

        var (status, body) = await bench.AskAsync(HttpMethod.Post, "instances/test", JsonSerializer.Serialize(new { service = "radarr", url = stranger.Url, apiKey = "abc" }));

        Assert.Equal((HttpStatusCode.OK, false), (status, body.GetProperty("isRight").GetBoolean()));
        Assert.DoesNotContain("secrets", body.GetRawText(), StringComparison.Ordinal);
        Assert.True(stranger.Asked > 0);
    }

    [Theory]
    [InlineData("""{"service":"lidarr","url":"http://radarr","apiKey":"abc"}""", 400, "serviceInvalid")]
    [InlineData("""{"service":"radarr","url":"http://169.254.169.254/","apiKey":"abc"}""", 400, "urlInvalid")]
    [InlineData("""{"service":"radarr","url":"http://radarr"}""", 400, "keyNeeded")]
    [InlineData("""{"service":"radarr","url":"http://radarr","apiKey":"a b"}""", 400, "keyInvalid")]
    [InlineData("""{"service":"radarr","url":"http://radarr","apiKey":""}""", 400, "keyInvalid")]
    [InlineData("""{"service":"radarr","url":"https://radarr","apiKey":"abc","certificateAuthority":"ca.pem"}""", 400, "authorityInvalid")]
    [InlineData("""{"instance":"none","url":"http://radarr"}""", 404, "unknownInstance")]
    [InlineData("""{"more":1}""", 400, "bodyMalformed")]
    public async Task What_cannot_be_asked_is_told(string body, int status, string code)
    {
        await using var bench = await SetupBench.StartEmptyAsync();

        var answer = await bench.AskAsync(HttpMethod.Post, "instances/test", body);

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task It_is_no_scanner()
    {
        await using var bench = await SetupBench.StartEmptyAsync();
        for (var tried = 0; tried < CandidateRate.PerMinute; tried++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await bench.AskAsync(HttpMethod.Post, "instances/test", "{}")).Status);
        }

        var (status, body) = await bench.AskAsync(HttpMethod.Post, "instances/test", "{}");

        Assert.Equal((HttpStatusCode.TooManyRequests, "testRate"), (status, body.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await bench.AskAsync(Role.Operate, HttpMethod.Post, "instances/test", "{}")).Status);
    }

    private static async Task<(string Instance, bool IsRight, string? Kind)> TestAsync(SetupBench bench, object candidate)
    {
        var (status, body) = await bench.AskAsync(HttpMethod.Post, "instances/test", JsonSerializer.Serialize(candidate));
        Assert.True(status is HttpStatusCode.OK, body.ToString());
        Assert.NotEmpty(body.GetProperty("message").GetString()!);
        return (body.GetProperty("instance").GetString()!, body.GetProperty("isRight").GetBoolean(), body.GetProperty("kind").GetString());
    }

    /// <summary>Any server of the house.</summary>
    private sealed class Stranger(WebApplication application) : IAsyncDisposable
    {
        private int asked;

        public int Asked => Volatile.Read(ref asked);

        public string Url => application.Urls.Single();

        public static async Task<Stranger> StartAsync(int status, string answer)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var stranger = new Stranger(builder.Build());
            stranger.Serve(status, answer);
            await stranger.Start();
            return stranger;
        }

        public ValueTask DisposeAsync() => application.DisposeAsync();

        private void Serve(int status, string answer) => application.Run(async context =>
        {
            Interlocked.Increment(ref asked);
            (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
            await context.Response.WriteAsync(answer, Cancellation);
        });

        private Task Start() => application.StartAsync(Cancellation);
    }
}
