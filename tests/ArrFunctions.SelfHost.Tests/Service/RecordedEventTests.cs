using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Tests.Webhooks;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>What real applications sent, sent to the running service.</summary>
public sealed class RecordedEventTests : IAsyncLifetime
{
    /// <summary>They belong to the connection, or are replaced: the key stands where the applications write a password.</summary>
    private static readonly string[] OwnHeaders = ["Host", "Connection", "Content-Length", "Content-Type", "Accept-Encoding", "Authorization"];

    private readonly ServiceFolder folder = new();
    private ServiceProcess service = null!;
    private ServiceClient stranger = null!;
    private ServiceClient client = null!;

    public async ValueTask InitializeAsync()
    {
        service = await folder.StartAsync(("Servarr__PathMappings__0__From", "/data/media"), ("Servarr__PathMappings__0__To", folder.Media));
        stranger = new(service.Address, key: null);
        client = ServiceClient.Of(service, folder.Data);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        stranger.Dispose();
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_is_answered_by_its_kind()
    {
        foreach (var name in RecordedWebhooks.Names)
        {
            var before = (await client.ListAsync("jobs")).Count;

            var (status, answer) = await SendAsync(name, RecordedWebhooks.Body(name));

            var isImport = name.EndsWith("-Download.json", StringComparison.Ordinal);
            var isTest = name.EndsWith("-Test.json", StringComparison.Ordinal);
            if (isImport)
            {
                Assert.Equal((name, HttpStatusCode.Accepted, 1), (name, status, answer.GetProperty("jobIds").GetArrayLength()));
                continue;
            }

            Assert.Equal((name, before), (name, (await client.ListAsync("jobs")).Count));
            Assert.Equal((name, !isTest), (name, answer.TryGetProperty("webhookId", out _)));
            Assert.True(status is HttpStatusCode.OK ? answer.GetProperty("status").GetString() is "ignored" : answer.GetProperty("jobIds").GetArrayLength() > 0, $"{name}: {answer}");
        }

        // The five imports are of four files.
        Assert.Equal(["radarr:1", "radarr:4", "sonarr:1", "sonarr:2", "sonarr:5"], (await client.ListAsync("jobs"))
            .Select(job => $"{job.GetProperty("instance").GetString()}:{job.GetProperty("fileId").GetInt32()}").Order(StringComparer.Ordinal));
        var issues = RecordedWebhooks.Names.Count(name => name.EndsWith("-Health.json", StringComparison.Ordinal));
        Assert.Equal(issues, (await client.EventsAsync("health.issue", issues)).Count);
        Assert.DoesNotContain(ServiceClient.InitialKey(folder.Data), service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_at_its_mapped_path_ends_right()
    {
        var film = folder.Film("movies/Third Movie (2019)/Third.Movie.2019.1080p.BluRay.x264-DEMO.mkv");
        var episode = folder.Film("tv/Demo Show/Season 1/Demo.Show.S01E03.1080p.WEB-DL.H264-DEMO.mkv");

        await SendAsync("webhook-radarr-03-Download.json");
        await SendAsync("webhook-sonarr-04-Download.json", Japanese(RecordedWebhooks.Body("webhook-sonarr-04-Download.json")));

        await client.DrainAsync();
        film.AssertIsRight();
        episode.AssertIsRight();
    }

    [Fact]
    public async Task Both_events_of_one_import_are_one_job()
    {
        var (_, first) = await SendAsync("webhook-sonarr-04-Download.json");
        var (_, second) = await SendAsync("webhook-sonarr-05-Download.json");

        Assert.Equal($"{first.GetProperty("jobIds")}", $"{second.GetProperty("jobIds")}");
        Assert.Equal(first.GetProperty("webhookId").GetString(), second.GetProperty("webhookId").GetString());
        Assert.Single(await client.ListAsync("jobs"));
    }

    [Fact]
    public async Task A_better_file_of_the_same_name_is_another_job()
    {
        const string name = "webhook-sonarr-22-Download.json";
        var (_, first) = await SendAsync(name);
        var better = JsonNode.Parse(RecordedWebhooks.Body(name))!;
        better["episodeFile"]!["id"] = 77;

        var (status, second) = await SendAsync(name, JsonSerializer.SerializeToUtf8Bytes(better));

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.NotEqual($"{first.GetProperty("jobIds")}", $"{second.GetProperty("jobIds")}");
        Assert.Equal(2, (await client.ListAsync("jobs")).Count);
    }

    [Fact]
    public async Task One_event_a_hundred_times_at_once_is_one_event_and_one_job()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SendAsync("webhook-radarr-03-Download.json")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body.GetProperty("webhookId").GetString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, answers.Sum(answer => answer.Body.GetProperty("filesQueued").GetInt32()));
        Assert.Single(await client.ListAsync("jobs"));
    }

    private static byte[] Japanese(byte[] body)
    {
        var json = JsonNode.Parse(body)!;
        json["series"]!["originalLanguage"] = new JsonObject { ["id"] = 8, ["name"] = "Japanese" };
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string name, byte[]? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/webhook/{name.Split('-')[1]}");
        request.Content = new ByteArrayContent(body ?? RecordedWebhooks.Body(name));
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (header, value) in RecordedWebhooks.Headers(name).ExceptBy(OwnHeaders, header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"u:{ServiceClient.InitialKey(folder.Data)}")));
        return await stranger.SendAsync(request);
    }
}
