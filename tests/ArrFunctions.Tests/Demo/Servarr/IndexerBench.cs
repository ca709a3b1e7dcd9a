using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>All three fakes on one clock, which begins after their start, with an indexer each that has the same site.</summary>
internal sealed class IndexerBench : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public ManualTimeProvider Clock { get; } = new();

    public FakeTracker Tracker { get; } = new("A Site") { ApiKey = "a-secret-key" };

    public FakeProwlarr Prowlarr { get; private set; } = null!;

    public FakeSonarr Sonarr { get; private set; } = null!;

    public FakeRadarr Radarr { get; private set; } = null!;

    public static async Task<IndexerBench> StartAsync()
    {
        var bench = new IndexerBench();
        var (settings, cancellationToken) = (new FakeServarrSettings { Clock = bench.Clock }, TestContext.Current.CancellationToken);
        bench.Prowlarr = await FakeProwlarr.StartAsync(settings, cancellationToken);
        bench.Sonarr = await FakeSonarr.StartAsync(settings, cancellationToken);
        bench.Radarr = await FakeRadarr.StartAsync(settings, cancellationToken);
        bench.Prowlarr.AddIndexer("Demo A", bench.Tracker);
        bench.Sonarr.AddIndexer("Demo S", bench.Tracker);
        bench.Radarr.AddIndexer("Demo R", bench.Tracker);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        return bench;
    }

    /// <summary>Whose reply was recorded.</summary>
    public FakeServarr Of(string recording) => recording.Split('-')[0] switch { "prowlarr" => Prowlarr, "sonarr" => Sonarr, _ => Radarr };

    public Task<Reply> GetAsync(FakeServarr fake, string path) => SendAsync(fake, HttpMethod.Get, path, body: null);

    public Task<Reply> SendAsync(FakeServarr fake, HttpMethod method, string path, JsonNode? body) =>
        SendTextAsync(fake, method, path, body is null ? null : JsonContent.Create(body));

    public async Task<Reply> SendTextAsync(FakeServarr fake, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, new Uri(fake.Url, $"api/{(fake is FakeProwlarr ? "v1" : "v3")}/{path}")) { Content = content };
        request.Headers.Add("X-Api-Key", fake.ApiKey);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body);
    }

    /// <summary>The first indexer as the API tells it.</summary>
    public async Task<JsonObject> ShownAsync(FakeServarr fake) => JsonNode.Parse((await GetAsync(fake, "indexer/1")).Text)!.AsObject();

    /// <summary>Has the first indexer tested.</summary>
    public async Task<Reply> TestAsync(FakeServarr fake) => await SendAsync(fake, HttpMethod.Post, "indexer/test", await ShownAsync(fake));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Prowlarr.DisposeAsync();
        await Sonarr.DisposeAsync();
        await Radarr.DisposeAsync();
    }

    internal sealed record Reply(int Status, string? Type, string Text)
    {
        public JsonElement Body => JsonElement.Parse(Text);

        public string Message => Body[0].GetProperty("errorMessage").GetString()!;
    }
}
