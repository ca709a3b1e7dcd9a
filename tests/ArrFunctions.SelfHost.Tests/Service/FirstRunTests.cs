using System.Net;
using System.Text;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>From an empty data folder to a fixed file, by HTTP alone and without a restart.</summary>
public sealed class FirstRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_becomes_a_fixed_file_by_the_routes_of_the_guide()
    {
        using var folder = new ServiceFolder();
        var film = folder.Film("movies/Harbour (2019)/film.mkv");
        await using var radarr = await FakeRadarr.StartAsync(new() { Folder = Path.Combine(folder.Media, "movies"), RootFolder = "/movies" }, Cancellation);
        var movie = radarr.AddMovie("Harbour", 2019, ServarrLanguage.Japanese);
        await radarr.ImportAsync(movie, ServiceHouse.Import(), Cancellation); // before anybody listens
        await using var service = await ServiceProcess.StartAsync(folder.Data, []);
        using var client = ServiceClient.Of(service, folder.Data);
        Assert.Equal("instance", await NextAsync(client));

        var candidate = new { service = "radarr", url = radarr.Url.OriginalString, apiKey = radarr.ApiKey };
        Assert.True((await PostAsync(client, "api/instances/test", candidate)).GetProperty("isRight").GetBoolean());
        await PostAsync(client, "api/instances", new { name = "films", candidate.service, candidate.url, candidate.apiKey }, HttpStatusCode.Created);
        Assert.Equal("roots", await NextAsync(client));

        var proposed = (await PostAsync(client, "api/mappings/check", new { instance = "films", mappings = Array.Empty<object>(), roots = new[] { folder.Media } }))
            .GetProperty("instances")[0].GetProperty("proposedMappings");
        await PutAsync(client, "api/config", new Dictionary<string, object>(StringComparer.Ordinal) { ["Audio:Roots"] = new[] { folder.Media } });
        await PutAsync(client, "api/mappings", new { instance = "films", mappings = proposed });
        Assert.Equal("webhook", await NextAsync(client));
        var sample = (await PostAsync(client, "api/mappings/check", new { instance = "films" })).GetProperty("instances")[0].GetProperty("sample").GetString();
        Assert.Equal(film.Path, sample);
        Assert.False((await PostAsync(client, "api/audio/explain", new { path = sample, instance = "films" })).GetProperty("isCorrect").GetBoolean());

        await PostAsync(client, "api/instances/films/webhook", new { url = service.Address.OriginalString });
        Assert.Equal("dryRun", await NextAsync(client));
        await radarr.ImportAsync(movie, ServiceHouse.Import(), Cancellation);
        await client.DrainAsync();
        Assert.Equal("planned", Assert.Single(await client.ListAsync("jobs")).GetProperty("result").GetString());
        Assert.Equal("live", await NextAsync(client));

        await PutAsync(client, "api/config", new Dictionary<string, object>(StringComparer.Ordinal) { ["Audio:DryRun"] = false });
        await PostAsync(client, "api/jobs/apply?result=planned", body: null, HttpStatusCode.Accepted);
        await client.DrainAsync();
        Assert.Equal("changed", Assert.Single(await client.ListAsync("jobs")).GetProperty("result").GetString());
        film.AssertIsRight();
        Assert.Null(await NextAsync(client));
        Assert.DoesNotContain(radarr.ApiKey, service.Output, StringComparison.Ordinal);
    }

    /// <summary>The first step that is not done, or null where the first run is over.</summary>
    private static async Task<string?> NextAsync(ServiceClient client)
    {
        var report = await client.GetAsync("api/setup");
        var open = report.GetProperty("steps").EnumerateArray().Where(step => step.GetProperty("status").GetString() is not "done").Select(step => step.GetProperty("name").GetString()).FirstOrDefault();
        Assert.Equal(open is null, report.GetProperty("isComplete").GetBoolean());
        return open;
    }

    private static Task<JsonElement> PostAsync(ServiceClient client, string path, object? body, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(client, HttpMethod.Post, path, body, expected);

    private static Task<JsonElement> PutAsync(ServiceClient client, string path, object body) => SendAsync(client, HttpMethod.Put, path, body, HttpStatusCode.OK);

    private static async Task<JsonElement> SendAsync(ServiceClient client, HttpMethod method, string path, object? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        var (status, answer) = await client.SendAsync(request);
        Assert.True(status == expected, $"{method} {path}: {status} {(answer.ValueKind is JsonValueKind.Undefined ? "" : answer)}");
        return answer;
    }
}
