using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>What the fakes answer has the members and the types of what the real ones answered.</summary>
public sealed class ApiShapeTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private FakeBench bench = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        bench = await FakeBench.StartAsync();
        bench.Radarr.ImportUnannounced(
            bench.Radarr.AddMovie("A Film", 2019, ServarrLanguage.Japanese), bench.Import("movies", "A Film (2019)", "film.mkv"));
        bench.Sonarr.ImportUnannounced([bench.Episode()], bench.Import("tv", "A Series", "Season 1/one.mkv"));
    }

    public void Dispose() => http.Dispose();

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        Dispose();
    }

    [Theory]
    [InlineData("radarr-movie-list", "movie")]
    [InlineData("sonarr-series-list", "series")]
    [InlineData("radarr-moviefile-list-multi", "moviefile?movieId=1&movieId=2")]
    [InlineData("sonarr-episodefile-list", "episodefile?seriesId=1")]
    [InlineData("radarr-history-since", "history/since?date=2026-01-01T00:00:00Z&eventType=downloadFolderImported")]
    [InlineData("sonarr-history-since", "history/since?date=2026-01-01T00:00:00Z&eventType=downloadFolderImported")]
    [InlineData("radarr-language", "language")]
    [InlineData("radarr-config-mediamanagement", "config/mediamanagement")]
    [InlineData("radarr-moviefile-noid", "moviefile")]
    [InlineData("radarr-moviefile-unknown-fileid", "moviefile?movieFileIds=1&movieFileIds=9")]
    [InlineData("sonarr-episodefile-noid", "episodefile")]
    [InlineData("sonarr-episodefile-by-ids", "episodefile?episodeFileIds=1")]
    [InlineData("sonarr-episodefile-unknown-id", "episodefile?episodeFileIds=1&episodeFileIds=9")]
    [InlineData("sonarr-episode-list-includefile", "episode?seriesId=1&includeEpisodeFile=true")]
    [InlineData("radarr-qualityprofile", "qualityprofile/1")]
    [InlineData("sonarr-qualityprofile-list", "qualityprofile")]
    [InlineData("radarr-customformat-list", "customformat")]
    [InlineData("sonarr-customformat-list", "customformat")]
    public async Task What_is_read(string recording, string path) => await AssertLikeAsync(recording, HttpMethod.Get, path);

    [Theory]
    [InlineData("radarr-command-rescan")]
    [InlineData("sonarr-command-rescan")]
    [InlineData("radarr-command-unknown")]
    [InlineData("radarr-command-search")]
    [InlineData("sonarr-command-episodesearch")]
    public async Task A_command(string recording) => await AssertLikeAsync(recording, HttpMethod.Post, "command");

    [Theory]
    [InlineData("radarr-command-rescan")]
    [InlineData("radarr-command-search")]
    [InlineData("sonarr-command-episodesearch")]
    public async Task A_command_that_is_done(string recording)
    {
        var sent = Node(Recording.Read(recording).GetProperty("request").GetProperty("body"));
        await SendAsync(FakeOf(recording), HttpMethod.Post, "command", sent);
        await AssertLikeAsync($"{recording}-done", HttpMethod.Get, "command/1");
    }

    [Fact]
    public async Task One_of_a_list()
    {
        Assert.True(JsonNode.DeepEquals(Node((await GetAsync(bench.Radarr, "movie")).Body)![0], Node((await GetAsync(bench.Radarr, "movie/1")).Body)));
        Assert.True(JsonNode.DeepEquals(Node((await GetAsync(bench.Sonarr, "series")).Body)![0], Node((await GetAsync(bench.Sonarr, "series/1")).Body)));
        Assert.Equal(1, (await GetAsync(bench.Radarr, "moviefile/1")).Body.GetProperty("id").GetInt32());
        foreach (var path in (string[])["movie/9", "moviefile/9", "notification/9"])
        {
            Assert.Equal((HttpStatusCode.NotFound, "Not Found"), (await GetAsync(bench.Radarr, path)) is var (status, body) ? (status, body.GetProperty("title").GetString()) : default);
        }
    }

    [Fact]
    public async Task Tags_and_root_folders()
    {
        _ = await GetAsync(bench.Radarr, "movie");
        AssertAlike(Recording.Body("radarr-tag-create"), (await GetAsync(bench.Radarr, "tag")).Body[0]);
        AssertAlike(Recording.Body("radarr-rootfolder-create"), (await GetAsync(bench.Radarr, "rootfolder")).Body[0]);
    }

    [Fact]
    public async Task Health()
    {
        await bench.Radarr.SendHealthAsync(new("warning", "IndexerStatusCheck", "Indexers unavailable due to failures: Demo"), Cancellation);
        AssertAlike(Recording.Body("radarr-health-indexer-failing"), (await GetAsync(bench.Radarr, "health")).Body);
    }

    [Theory]
    [InlineData("radarr-notification-create")]
    [InlineData("sonarr-notification-create")]
    public async Task A_connection(string recording)
    {
        var sent = Sent(recording);
        var (_, saved) = await SendAsync(FakeOf(recording), HttpMethod.Post, "notification", sent);

        AssertAlike(Recording.Body(recording), saved);
        Assert.Equal("Test", bench.Last.GetProperty("eventType").GetString());
        Assert.Equal("tok", bench.Receiver.Received[^1].Headers["X-Webhook-Token"]);
    }

    [Fact]
    public async Task A_connection_whose_test_fails_is_not_saved()
    {
        bench.Receiver.Status = 500;

        var (status, body) = await SendAsync(bench.Radarr, HttpMethod.Post, "notification", Sent("radarr-notification-create"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        AssertAlike(Recording.Body("radarr-notification-test-fail"), body);
        Assert.StartsWith("Unable to send test message: ", body[0].GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, (await GetAsync(bench.Radarr, "notification")).Body.GetArrayLength());
    }

    [Fact]
    public async Task A_password_that_comes_back_hidden_is_kept_and_a_saved_connection_is_told()
    {
        var saved = Node((await SendAsync(bench.Radarr, HttpMethod.Post, "notification", Sent("radarr-notification-create"))).Body)!;
        Assert.Equal("********", (string?)saved["fields"]![3]!["value"]);
        saved["onRename"] = false;
        bench.Radarr.Connection = null;

        var (status, _) = await SendAsync(bench.Radarr, HttpMethod.Put, "notification/1", saved);
        Assert.Equal(HttpStatusCode.Accepted, status);
        var file = await bench.Radarr.ImportAsync(
            bench.Radarr.AddMovie("Another", 2020, ServarrLanguage.German), bench.Import("movies", "Another (2020)", "a.mkv"), Cancellation);
        await bench.Radarr.RenameAsync(file, "b.mkv", Cancellation);

        Assert.Equal(["Test", "Test", "Download"], bench.EventTypes);
        Assert.Equal("Basic dTpw", bench.Receiver.Received[^1].Headers["Authorization"]);
    }

    [Theory]
    [InlineData(Disturbance.RefusesKey, 401)]
    [InlineData(Disturbance.Starting, 503)]
    [InlineData(Disturbance.Failing, 500)]
    [InlineData(Disturbance.AnswersPage, 200)]
    [InlineData(Disturbance.Redirects, 307)]
    [InlineData(Disturbance.None, 200)]
    public async Task It_can_be_disturbed(Disturbance disturbance, int status)
    {
        bench.Sonarr.Disturbance = disturbance;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bench.Sonarr.Url, "api/v3/series")) { Headers = { { "X-Api-Key", bench.Sonarr.ApiKey } } };
        using var response = await http.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
    }

    [Fact]
    public async Task It_can_take_requests_and_never_answer()
    {
        bench.Sonarr.Disturbance = Disturbance.Silent;
        using var impatient = new HttpClient(new SocketsHttpHandler()) { Timeout = TimeSpan.FromMilliseconds(200) };
        await Assert.ThrowsAsync<TaskCanceledException>(() => impatient.GetAsync(bench.Sonarr.Url, Cancellation));
    }

    private FakeServarr FakeOf(string recording) => recording.StartsWith("radarr", StringComparison.Ordinal) ? bench.Radarr : bench.Sonarr;

    /// <summary>The body of a recorded request, for the receiver here.</summary>
    private JsonNode Sent(string recording)
    {
        var body = Node(Recording.Read(recording).GetProperty("request").GetProperty("body"))!;
        body["fields"]![0]!["value"] = bench.Receiver.Url.ToString();
        return body;
    }

    private async Task AssertLikeAsync(string recording, HttpMethod method, string path)
    {
        var recorded = Recording.Read(recording);
        var sent = recorded.GetProperty("request").GetProperty("body");
        var (status, body) = await SendAsync(FakeOf(recording), method, path, sent.ValueKind is JsonValueKind.Object ? Node(sent) : null);
        Assert.Equal(recorded.GetProperty("status").GetInt32(), (int)status);
        AssertAlike(recorded.GetProperty("body"), body);
    }

    private static void AssertAlike(JsonElement theirs, JsonElement ours) =>
        Assert.Equal(Recording.Shape(theirs, ours).Order(StringComparer.Ordinal), Recording.Shape(ours, theirs).Order(StringComparer.Ordinal));

    private static JsonNode? Node(JsonElement json) => JsonNode.Parse(json.GetRawText());

    private Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(FakeServarr fake, string path) => SendAsync(fake, HttpMethod.Get, path, body: null);

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(FakeServarr fake, HttpMethod method, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(fake.Url, $"api/v3/{path}"));
        request.Headers.Add("X-Api-Key", fake.ApiKey);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await http.SendAsync(request, Cancellation);
        return (response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)));
    }
}
