using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Library.Search;
using ArrFunctions.Platform;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Library.Search;

/// <summary>What the routes of the search answer; what it does is another matter.</summary>
public sealed class SearchEndpointsTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arrfunctions-");
    private FakeRadarr radarr = null!;
    private FakeProwlarr prowlarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        (radarr, prowlarr) = (await FakeRadarr.StartAsync(new() { Folder = folder.FullName }, Cancellation), await FakeProwlarr.StartAsync(new() { Folder = folder.FullName }, Cancellation));

    public async ValueTask DisposeAsync()
    {
        await radarr.DisposeAsync();
        await prowlarr.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_dry_run_of_the_settings_wins_over_the_request()
    {
        await using var bench = await StartAsync(new());

        var problem = await bench.PostAsync("library/search", """{"dryRun":false}""", HttpStatusCode.Conflict);

        Assert.Equal(("dryRun", "Library:Search:DryRun is true, so nothing is searched for. Set it to false to have upgrades searched for."), (Text(problem, "code"), Text(problem, "detail")));
    }

    [Theory]
    [InlineData("""{"limit":0}""", HttpStatusCode.BadRequest, "limit")]
    [InlineData("""{"limit":11}""", HttpStatusCode.BadRequest, "limit")]
    [InlineData("""{"limit":"one"}""", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("""{"all":true}""", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("[]", HttpStatusCode.BadRequest, "bodyMalformed")]
    [InlineData("""{"instance":"lidarr"}""", HttpStatusCode.NotFound, "unknownInstance")]
    [InlineData("""{"instance":"prowlarr"}""", HttpStatusCode.NotFound, "unknownInstance")]
    public async Task What_cannot_be_searched_for_is_refused(string body, HttpStatusCode status, string code)
    {
        await using var bench = await StartAsync(new() { DryRun = false });

        Assert.Equal(code, Text(await bench.PostAsync("library/search", body, status), "code"));
    }

    [Theory]
    [InlineData(true, "", true)]
    [InlineData(false, "", false)]
    [InlineData(false, """{"dryRun":true,"instance":"RADARR","limit":10}""", true)]
    public async Task It_is_told_why_nothing_is_searched_for(bool dryRun, string body, bool isDryRun)
    {
        await using var bench = await StartAsync(new() { DryRun = dryRun });

        var report = await bench.PostAsync("library/search", body);

        Assert.Equal(isDryRun, report.GetProperty("isDryRun").GetBoolean());
        var plan = Assert.Single(report.GetProperty("instances").EnumerateArray());
        Assert.Equal(("radarr", isDryRun ? "its library was not exported yet" : "no indexer that radarr searches works"), (Text(plan, "instance"), Text(plan, "hold")));
    }

    [Fact]
    public async Task The_log_is_shown_in_pages_newest_first()
    {
        await using var bench = await StartAsync(new());
        var store = bench.Services.GetRequiredService<SearchStore>();
        for (var id = 1; id <= 5; id++)
        {
            var (_, etag) = await store.GuardAsync(Cancellation);
            Assert.True(await store.TryBeginAsync(New.Entry(New.Now.AddHours(id), id), new(New.Now), etag, Cancellation));
        }

        var first = await bench.GetAsync("library/Radarr/searches?limit=3");
        var second = await bench.GetAsync($"library/radarr/searches?limit=3&cursor={Text(first, "cursor")}");

        Assert.Equal([5, 4, 3, 2, 1], first.GetProperty("searches").EnumerateArray().Concat(second.GetProperty("searches").EnumerateArray())
            .Select(entry => entry.GetProperty("item").GetProperty("titleId").GetInt32()));
        Assert.Equal("sent", Text(first.GetProperty("searches")[0], "state"));
        Assert.False(second.TryGetProperty("cursor", out _));
    }

    [Theory]
    [InlineData("library/radarr/searches?cursor=none", HttpStatusCode.BadRequest, "cursor")]
    [InlineData("library/radarr/searches?limit=501", HttpStatusCode.BadRequest, "limit")]
    [InlineData("library/lidarr/searches", HttpStatusCode.NotFound, "unknownInstance")]
    public async Task A_log_that_cannot_be_shown_is_refused(string path, HttpStatusCode status, string code)
    {
        await using var bench = await StartAsync(new());

        Assert.Equal(code, Text(await bench.GetAsync(path, status), "code"));
    }

    private Task<HttpBench> StartAsync(LibrarySearchOptions options) => HttpBench.StartAsync(
        with: others => others with
        {
            Library = new() { Search = options },
            Servarr = new() { Instances = [Of("radarr", ServarrService.Radarr, radarr), Of("prowlarr", ServarrService.Prowlarr, prowlarr)] },
        },
        services: services => services.AddSingleton<IArtifactStore>(provider => new MemoryArtifactStore(provider.GetRequiredService<TimeProvider>())));

    private static Instance Of(string name, ServarrService service, FakeServarr fake) => new() { Name = name, Service = service, Url = fake.Url, ApiKey = fake.ApiKey };

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
