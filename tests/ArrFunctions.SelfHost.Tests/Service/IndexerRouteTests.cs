using System.Net;
using System.Text;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>Every route under <c>indexers</c> of a running service, with a Prowlarr and a Sonarr whose indexers fail; no key comes out anywhere.</summary>
public sealed class IndexerRouteTests : IAsyncLifetime
{
    private readonly ServiceFolder folder = new();
    private readonly List<string> keys = [];
    private readonly List<string> answered = [];
    private FakeProwlarr prowlarr = null!;
    private FakeSonarr sonarr = null!;
    private ServiceProcess service = null!;
    private ServiceClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        prowlarr = await FakeProwlarr.StartAsync(new() { Folder = folder.Media }, Cancellation);
        sonarr = await FakeSonarr.StartAsync(new() { Folder = folder.Media }, Cancellation);
        keys.AddRange([prowlarr.ApiKey, sonarr.ApiKey]);
        prowlarr.AddIndexer("Well", Site("Managed well", TrackerBehaviour.Works()));
        prowlarr.AddIndexer("Down", Site("Managed down", TrackerBehaviour.Unavailable));
        prowlarr.AddIndexer("Wall", Site("Managed wall", TrackerBehaviour.Captcha));
        prowlarr.Connect(sonarr);
        sonarr.AddIndexer("Own well", Site("Own well", TrackerBehaviour.Works()), rss: true, automaticSearch: false);
        sonarr.AddIndexer("Own down", Site("Own down", TrackerBehaviour.Unauthorized));
        service = await folder.StartAsync(
            ("PROWLARR_URL", prowlarr.Url.OriginalString), ("PROWLARR_API_KEY", prowlarr.ApiKey),
            ("SONARR_URL", sonarr.Url.OriginalString), ("SONARR_API_KEY", sonarr.ApiKey), ("Indexers__Heal__DryRun", "false"));
        client = ServiceClient.Of(service, folder.Data);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        await prowlarr.DisposeAsync();
        await sonarr.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Every_route_answers_and_none_tells_a_key()
    {
        await SeeAsync();
        await SweepAsync();
        await TestAsync();
        await SwitchAsync();
        await FailAsync();

        var events = await client.EventsAsync("indexer.disabled", 1);
        answered.AddRange(events.Concat(await client.ListAsync("events")).Select(told => $"{told}"));
        await service.StopAsync();
        Assert.Contains(answered, answer => answer.Contains("HTTP request failed: [503:ServiceUnavailable]", StringComparison.Ordinal));
        var stored = Directory.EnumerateFiles(folder.Data, "*", SearchOption.AllDirectories).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))).ToList();
        Assert.Contains(stored, text => text.Contains("indexer.disabled", StringComparison.Ordinal));
        Assert.All(keys, key => Assert.All([.. answered, service.Output, .. stored], text => Assert.DoesNotContain(key, text, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task SeeAsync()
    {
        var list = await GetAsync("indexers");
        Assert.Equal([5, 3], list.GetProperty("instances").EnumerateArray().Select(instance => instance.GetProperty("indexers").GetArrayLength()));
        var copies = (await GetAsync("indexers/sonarr")).GetProperty("instances")[0].GetProperty("indexers").EnumerateArray()
            .Select(indexer => indexer.TryGetProperty("managedBy", out var by) ? by.GetString() : null);
        Assert.Equal([null, null, "prowlarr/1", "prowlarr/2", "prowlarr/3"], copies.Order(StringComparer.Ordinal));
        await GetAsync("indexers/nothing", HttpStatusCode.NotFound, "unknownInstance");
        Assert.Equal(2, (await GetAsync("indexers/stats?days=30")).GetProperty("instances").GetArrayLength());
        await GetAsync("indexers/nothing/1/uptime", HttpStatusCode.NotFound, "unknownInstance");
        await GetAsync("indexers/sonarr/99/uptime", HttpStatusCode.NotFound, "noSuchIndexer");
        await GetAsync("indexers/stats?days=0", HttpStatusCode.BadRequest, "days");
        Assert.Equal(0, (await GetAsync("indexers/discovery")).GetProperty("proposals").GetArrayLength());
        await PostAsync("indexers/discovery/none/confirm", HttpStatusCode.NotFound, "noSuchProposal");
        await SendAsync(HttpMethod.Delete, "indexers/discovery/none", HttpStatusCode.NotFound, "noSuchProposal");
    }

    private async Task SweepAsync()
    {
        await GetAsync("indexers/heal", HttpStatusCode.NotFound, "noPlan");
        Assert.Contains("indexers are on", Text(await PostAsync("indexers/sweep"), "outcome"), StringComparison.Ordinal);
        Assert.True((await PostAsync("indexers/heal", body: """{"dryRun":true}""")).GetProperty("isDryRun").GetBoolean());
        Assert.False((await PostAsync("indexers/heal")).GetProperty("isDryRun").GetBoolean());
        Assert.Equal(5, (await GetAsync("indexers/heal")).GetProperty("indexers").GetArrayLength());
        await PostAsync("indexers/heal", HttpStatusCode.BadRequest, "bodyMalformed", body: "[]");
    }

    private async Task TestAsync()
    {
        var all = await PostAsync("indexers/test?force=true");
        Assert.Equal((2, 3, 0), (all.GetProperty("passed").GetInt32(), all.GetProperty("failed").GetInt32(), all.GetProperty("notTested").GetInt32()));
        await PostAsync("indexers/prowlarr/2/test", HttpStatusCode.TooManyRequests, "tooSoon");
        var test = await PostAsync("indexers/prowlarr/2/test?force=true");
        Assert.Equal((false, "server"), (test.GetProperty("success").GetBoolean(), Text(test, "class")));
        await PostAsync("indexers/prowlarr/99/test", HttpStatusCode.NotFound, "noSuchIndexer");
        await PostAsync("indexers/nothing/1/test", HttpStatusCode.NotFound, "unknownInstance");
    }

    /// <summary>A copy is switched where it is decided about; what is given back is what was there.</summary>
    private async Task SwitchAsync()
    {
        var copy = sonarr.Indexers.Single(indexer => indexer.Name == "Well (Prowlarr)");
        var off = await PostAsync($"indexers/sonarr/{copy.Id}/disable");
        Assert.Equal(("prowlarr", 1), (Text(off, "instance"), off.GetProperty("id").GetInt32()));
        Assert.Equal((false, false), (copy.IsEnabled, prowlarr.Indexers.Single(indexer => indexer.Id == 1).IsEnabled));
        await PostAsync("indexers/prowlarr/1/enable", HttpStatusCode.TooManyRequests, "tooSoon");
        Assert.True((await PostAsync("indexers/prowlarr/1/enable?force=true")).GetProperty("isChanged").GetBoolean());
        Assert.True(copy.IsEnabled);

        var own = sonarr.Indexers.Single(indexer => indexer.Name == "Own well");
        await PostAsync($"indexers/sonarr/{own.Id}/disable");
        Assert.False(own.IsEnabled);
        await PostAsync($"indexers/sonarr/{own.Id}/enable?force=true");
        Assert.Equal((true, false, true), (own.IsUsedForRss, own.IsUsedForAutomaticSearch, own.IsUsedForInteractiveSearch));
    }

    private async Task FailAsync()
    {
        prowlarr.Disturbance = Disturbance.RefusesKey;
        var refused = await PostAsync("indexers/prowlarr/2/test?force=true", HttpStatusCode.BadGateway, "instanceFailed");
        Assert.Contains("refused the API key (401)", refused.ToString(), StringComparison.Ordinal);
        await PostAsync("indexers/prowlarr/2/disable?force=true", HttpStatusCode.BadGateway, "instanceFailed");
        Assert.Contains("refused the API key (401)", Text(await PostAsync("indexers/sweep"), "outcome"), StringComparison.Ordinal);
        Assert.Contains("refused the API key (401)", (await PostAsync("indexers/heal")).GetProperty("unseen").ToString(), StringComparison.Ordinal);
        await GetAsync("indexers");
    }

    private FakeTracker Site(string name, TrackerBehaviour behaviour)
    {
        var site = new FakeTracker(name, behaviour);
        keys.Add(site.ApiKey);
        return site;
    }

    private Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK, string? code = null) => SendAsync(HttpMethod.Get, path, expected, code);

    private Task<JsonElement> PostAsync(string path, HttpStatusCode expected = HttpStatusCode.OK, string? code = null, string? body = null) =>
        SendAsync(HttpMethod.Post, path, expected, code, body);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpStatusCode expected, string? code, string? body = null)
    {
        using var request = new HttpRequestMessage(method, $"api/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        var (status, answer) = await client.SendAsync(request);
        answered.Add($"{method} {path}: {answer}");
        Assert.True(status == expected, $"{method} {path}: {status} {answer}");
        Assert.True(code is null || Text(answer, "code") == code, $"{method} {path}: {answer}");
        return answer;
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
