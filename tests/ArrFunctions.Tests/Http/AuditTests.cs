using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Matroska;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Jobs;
using ArrFunctions.Ops.Caches;
using ArrFunctions.Ops.Events;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Jobs;
using ArrFunctions.Tests.Ops.Access.Sessions;
using ArrFunctions.Tests.Setup;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArrFunctions.Tests.Http;

/// <summary>Whoever changes something leaves an event with his name, by every route that changes anything.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private const string Digest = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    /// <summary>What is done, and the event that it leaves.</summary>
    private static readonly Dictionary<string, (string Event, Func<HttpBench, Task> Act)> Acts = new(StringComparer.Ordinal)
    {
        ["POST queue/pause"] = ("lane.paused", bench => bench.PostAsync("queue/pause?lane=low")),
        ["POST queue/resume"] = ("lane.resumed", async bench =>
        {
            await bench.PostAsync("queue/pause");
            await bench.PostAsync("queue/resume");
        }),
        ["POST schedules/{name}/run"] = ("schedule.ran", bench => bench.PostAsync("schedules/job-sweep/run")),
        ["POST maintenance/cleanup"] = ("schedule.ran", bench => bench.PostAsync("maintenance/cleanup")),
        ["POST schedules/{name}/disable"] = ("schedule.disabled", bench => bench.PostAsync("schedules/job-sweep/disable")),
        ["POST schedules/{name}/enable"] = ("schedule.enabled", async bench =>
        {
            await bench.PostAsync("schedules/job-sweep/disable");
            await bench.PostAsync("schedules/job-sweep/enable");
        }),
        ["DELETE jobs/{id}"] = ("job.cancelled", async bench =>
        {
            await bench.Ledger.SubmitAsync(JobBench.Wanted(), Cancellation);
            await bench.SendAsync(HttpMethod.Delete, $"jobs/{JobBench.IdOf(1)}", HttpStatusCode.OK);
        }),
        ["POST jobs/{id}/retry"] = ("job.retried", async bench =>
        {
            await bench.Ledger.SubmitAsync(JobBench.Wanted(path: Path.Combine(bench.Media, "none.mkv")), Cancellation);
            await bench.SendAsync(HttpMethod.Delete, $"jobs/{JobBench.IdOf(1)}", HttpStatusCode.OK);
            await bench.PostAsync($"jobs/{JobBench.IdOf(1)}/retry", HttpStatusCode.Accepted);
        }),
        ["POST jobs/{id}/undo"] = ("job.undone", async bench =>
        {
            await FixAsync(bench);
            await bench.PostAsync($"jobs/{JobBench.IdOf(1)}/undo");
        }),
        ["POST jobs/apply"] = ("job.retried", async bench =>
        {
            await bench.Ledger.SubmitAsync(JobBench.Wanted(), Cancellation);
            await bench.Ledger.StartAsync(JobBench.IdOf(1), "worker", Lane.Webhook, Cancellation);
            await bench.Ledger.FinishAsync(JobBench.IdOf(1), "worker", JobBench.Planned(), Cancellation);
            await bench.PostAsync("jobs/apply?result=planned", HttpStatusCode.Accepted);
        }),
        ["POST batch"] = ("batch.started", StartBatchAsync),
        ["DELETE batch/{id}"] = ("batch.cancelling", async bench => await bench.SendAsync(HttpMethod.Delete, $"batch/{await StartBatchAsync(bench)}", HttpStatusCode.Accepted)),
        ["POST library/export"] = ("batch.started", bench => bench.PostAsync("library/export", """{"instance":"radarr"}""", HttpStatusCode.Accepted)),
        ["POST indexers/sweep"] = ("schedule.ran", bench => bench.PostAsync("indexers/sweep")),
        ["POST indexers/heal"] = ("schedule.ran", bench => bench.PostAsync("indexers/heal")),
        ["POST indexers/test"] = ("indexers.tested", bench => bench.PostAsync("indexers/test")),
        ["POST indexers/{instance}/{id}/test"] = ("indexer.tested", async bench => await bench.PostAsync($"indexers/prowlarr/{await IndexerAsync(bench)}/test")),
        ["POST indexers/{instance}/{id}/disable"] = ("indexer.disabled", async bench => await bench.PostAsync($"indexers/prowlarr/{await IndexerAsync(bench)}/disable")),
        ["POST indexers/{instance}/{id}/enable"] = ("indexer.enabled", async bench =>
        {
            await bench.PostAsync($"indexers/prowlarr/{await IndexerAsync(bench)}/disable");
            await bench.PostAsync($"indexers/prowlarr/{await IndexerAsync(bench)}/enable?force=true");
        }),
        ["DELETE caches/{name}"] = ("cache.cleared", bench => bench.SendAsync(HttpMethod.Delete, "caches/played", HttpStatusCode.OK)),
        ["DELETE caches/{name}/{key}"] = ("cache.entryRemoved", bench => bench.SendAsync(HttpMethod.Delete, "caches/played/one", HttpStatusCode.OK)),
        ["POST notifications/test"] = ("notifications.tested", bench => bench.PostAsync("notifications/test")),
        ["POST keys"] = ("key.created", bench => bench.PostAsync("keys", """{"name":"otto","role":"read"}""", HttpStatusCode.Created)),
        ["DELETE keys/{id}"] = ("key.deleted", async bench =>
            await bench.DeleteAsync($"keys/{(await bench.PostAsync("keys", """{"name":"otto","role":"read"}""", HttpStatusCode.Created)).GetProperty("id").GetString()}")),
        ["POST keys/{id}/rotate"] = ("key.rotated", async bench =>
            await bench.PostAsync($"keys/{(await bench.PostAsync("keys", """{"name":"otto","role":"read"}""", HttpStatusCode.Created)).GetProperty("id").GetString()}/rotate")),
        ["POST instances"] = ("instance.added", AddInstanceAsync),
        ["PUT instances/{instance}"] = ("instance.changed", async bench =>
        {
            await AddInstanceAsync(bench);
            await bench.SendAsync(HttpMethod.Put, "instances/films", HttpStatusCode.OK, """{"apiKey":"another-key"}""");
        }),
        ["DELETE instances/{instance}"] = ("instance.removed", async bench =>
        {
            await AddInstanceAsync(bench);
            await bench.DeleteAsync("instances/films");
        }),
        ["PUT mappings"] = ("instance.mapped", async bench =>
        {
            await AddInstanceAsync(bench);
            await bench.SendAsync(HttpMethod.Put, "mappings", HttpStatusCode.OK, """{"instance":"films","mappings":[{"from":"/movies","to":"/data/movies"}]}""");
        }),
        ["PUT config"] = ("config.changed", bench => bench.SendAsync(HttpMethod.Put, "config", HttpStatusCode.OK, """{"Audio:SkipTag":"leave-alone"}""")),
        ["PUT logs/levels"] = ("logs.levelChanged", bench => bench.SendAsync(HttpMethod.Put, "logs/levels", HttpStatusCode.OK, """{"levels":{"ArrFunctions":"debug"}}""")),
        ["POST session"] = ("session.begun", async bench =>
        {
            using var browser = new Browser(bench);
            await browser.SignInAsync(bench.Key);
        }),
        ["DELETE session"] = ("session.ended", async bench =>
        {
            using var browser = new Browser(bench);
            await browser.SignInAsync(bench.Key);
            Assert.Equal(HttpStatusCode.NoContent, (await browser.ChangeAsync(HttpMethod.Delete, "session")).Status);
        }),
        ["POST maintenance/backup"] = ("backup.made", bench => bench.PostAsync("maintenance/backup", "", HttpStatusCode.OK)),
        ["DELETE maintenance/backups/{name}"] = ("backup.removed", async bench =>
        {
            var made = await bench.PostAsync("maintenance/backup", "", HttpStatusCode.OK);
            await bench.DeleteAsync($"maintenance/backups/{made.GetProperty("name").GetString()}");
        }),
        ["PUT maintenance/imports/{id}"] = ("state.importBegun", async bench =>
        {
            // Until it ends, no event gets to the log.
            await BeginImportAsync(bench);
            await bench.DeleteAsync($"maintenance/imports/{Digest}");
        }),
        ["DELETE maintenance/imports/{id}"] = ("state.importEnded", async bench =>
        {
            await BeginImportAsync(bench);
            await bench.DeleteAsync($"maintenance/imports/{Digest}");
        }),
    };

    /// <summary>Routes that leave none by themselves, and why.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["POST audio/explain"] = "a question; it changes nothing",
        ["POST config/validate"] = "a question; it changes nothing",
        ["POST config/reload"] = "LiveConfigurationTests hold that what it changes is told with who asked for it",
        ["POST mappings/check"] = "a question; it changes nothing",
        ["POST instances/test"] = "a question; it changes nothing",
        ["POST instances/{instance}/test"] = "a question; it changes nothing",
        ["POST webhook/{service}/{instance?}"] = "the event of an application is a record of its own, and its jobs tell who sent it",
        ["PUT webhook/{service}/{instance?}"] = "the same",
        ["POST maintenance/imports/{id}"] = "a piece of an import, whose begin and end are told",
        ["POST batch/{id}/retry"] = "needs a batch with failed files; told by BatchLedger.RetryAsync in the commit of the change",
        ["POST library/search"] = "searches where a library was exported; LibrarySearchTests holds that the searcher is told",
        ["POST indexers/discovery/{id}/confirm"] = "DiscoveryFlowTests holds that indexer.added names the caller",
        ["DELETE indexers/discovery/{id}"] = "told by ProposalDismiss in the commit of the change, as indexer.dismissed",
        ["POST instances/{instance}/webhook"] = "below, with an instance that is played",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-");
    private FakeProwlarr prowlarr = null!;
    private FakeRadarr radarr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Routes => [.. Acts.Keys];

    public async ValueTask InitializeAsync()
    {
        prowlarr = await FakeProwlarr.StartAsync(new() { Folder = folder.FullName }, Cancellation);
        radarr = await FakeRadarr.StartAsync(new() { Folder = folder.FullName }, Cancellation);
        prowlarr.AddIndexer("Well", new("Well", TrackerBehaviour.Works()));
    }

    public async ValueTask DisposeAsync()
    {
        await prowlarr.DisposeAsync();
        await radarr.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Who_did_it_is_told(string route)
    {
        await using var bench = await StartAsync();
        var (name, act) = Acts[route];

        await act(bench);

        await bench.MoveEventsAsync();
        var told = (await bench.GetAsync($"events?name={name}&actor=key:anna")).GetProperty("events").EnumerateArray().ToList();
        Assert.NotEmpty(told);
        Assert.All(told, each => Assert.NotEmpty(each.GetProperty("subject").GetString()!));
    }

    [Fact]
    public async Task Every_route_that_changes_something_is_here()
    {
        await using var bench = await StartAsync();
        var routes = bench.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, (route, method) => $"{method} {route.RoutePattern.RawText!.Replace("/api/", "", StringComparison.Ordinal)}")
            .Where(route => !route.StartsWith("GET ", StringComparison.Ordinal) && !route.StartsWith("HEAD ", StringComparison.Ordinal));

        Assert.Equal(routes.Order(StringComparer.Ordinal), Acts.Keys.Concat(Exceptions.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_connected_an_instance_is_told()
    {
        await using var bench = await SetupBench.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await bench.AskAsync(HttpMethod.Post, "instances/films/webhook", "")).Status);

        await bench.Services.GetRequiredService<OutboxMover>().RunAsync(Cancellation);
        var told = Assert.Single((await bench.Services.GetRequiredService<EventSearch>().ListAsync(new() { Name = "instance.connected" }, 10, cursor: null, Cancellation)).Events);
        Assert.Equal("instance:films", told.Subject);
        Assert.StartsWith("key:", told.Actor, StringComparison.Ordinal);
    }

    private static Task<JsonElement> AddInstanceAsync(HttpBench bench) =>
        bench.PostAsync("instances", """{"name":"films","service":"radarr","url":"http://radarr:7878","apiKey":"a-key"}""", HttpStatusCode.Created);

    private static async Task<string> StartBatchAsync(HttpBench bench) =>
        (await bench.PostAsync("batch", JsonSerializer.Serialize(new { kind = "audio", path = bench.Media }), HttpStatusCode.Accepted)).GetProperty("batchId").GetString()!;

    private static async Task BeginImportAsync(HttpBench bench)
    {
        using var client = bench.Client();
        using var answer = await client.PutAsync(new Uri($"api/maintenance/imports/{Digest}", UriKind.Relative), content: null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static async Task<int> IndexerAsync(HttpBench bench) => (await bench.GetAsync("indexers/prowlarr")).GetProperty("instances")[0].GetProperty("indexers")
        .EnumerateArray().First().GetProperty("id").GetInt32();

    private static async Task FixAsync(HttpBench bench)
    {
        var path = Path.Combine(bench.Media, "film.mkv");
        MatroskaWriter.Write(new() { Tracks = [MatroskaTrack.Video(), MatroskaTrack.Audio("eng", Flag.Set), MatroskaTrack.Audio("jpn", Flag.Clear)] }, path);
        await bench.Ledger.SubmitAsync(JobBench.Wanted(path: path), Cancellation);
        await bench.PumpAsync();
    }

    private Task<HttpBench> StartAsync() => HttpBench.StartAsync(
        with: options => options with
        {
            Servarr = new()
            {
                Instances =
                [
                    new() { Name = "radarr", Service = ServarrService.Radarr, Url = radarr.Url, ApiKey = radarr.ApiKey },
                    new() { Name = "prowlarr", Service = ServarrService.Prowlarr, Url = prowlarr.Url, ApiKey = prowlarr.ApiKey },
                ],
            },
        },
        services: services => services.AddSingleton(new KnownCache(
            "played", "one", _ => throw new NotSupportedException(), _ => Task.FromResult(2), (_, _) => Task.FromResult(true))));
}
