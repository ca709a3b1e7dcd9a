using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>Everything that happens to a service in a house, each at its own steady rate.</summary>
internal sealed partial class SoakLoad(SoakCalls calls, SoakHouse house, SoakKeys keys, ConcurrentDictionary<string, string> paths, CancellationToken stopping)
{
    /// <summary>Every import is another file for Radarr.</summary>
    private const int FirstFile = 1000;

    private readonly Dictionary<int, string> jobs = [];
    private readonly ConcurrentDictionary<string, byte> acknowledged = new(StringComparer.Ordinal);

    /// <summary>The jobs that acknowledged events were answered with.</summary>
    public ICollection<string> Acknowledged => acknowledged.Keys;

    /// <summary>How many films were announced.</summary>
    public int Imports { get; private set; }

    public Task RunAsync() => Task.WhenAll(
        EveryAsync(TimeSpan.FromMilliseconds(400), ImportAsync),
        EveryAsync(TimeSpan.FromMilliseconds(300), OtherEventAsync),
        EveryAsync(TimeSpan.FromMilliseconds(100), ReadAsync),
        EveryAsync(TimeSpan.FromSeconds(4), BatchAsync),
        EveryAsync(TimeSpan.FromSeconds(10), SweepAsync),
        EveryAsync(TimeSpan.FromSeconds(12), ExportAsync),
        EveryAsync(TimeSpan.FromSeconds(5), _ => calls.AskAsync("POST /api/library/search", "api/library/search", [200], """{"dryRun":true,"limit":5}""")),
        EveryAsync(TimeSpan.FromSeconds(5), ScrapeAsync),
        EveryAsync(TimeSpan.FromSeconds(1), WatchAsync),
        EveryAsync(TimeSpan.FromSeconds(4), ConfigureAsync),
        EveryAsync(TimeSpan.FromSeconds(7), LevelAsync),
        FollowAsync(TimeSpan.FromMilliseconds(700)), FollowAsync(TimeSpan.FromSeconds(3)), FollowAsync(TimeSpan.FromSeconds(17)),
        EveryAsync(TimeSpan.FromSeconds(3), KeyAsync),
        EveryAsync(TimeSpan.FromMilliseconds(250), WrongKeyAsync),
        EveryAsync(TimeSpan.FromMilliseconds(200), BadInputAsync),
        EveryAsync(TimeSpan.FromSeconds(1), SlowClientAsync),
        EveryAsync(TimeSpan.FromMilliseconds(500), AbortAsync));

    /// <summary>At its times, however long one takes; what is late begins at once.</summary>
    private async Task EveryAsync(TimeSpan period, Func<int, Task> act)
    {
        await Task.Yield();
        var started = TimeProvider.System.GetTimestamp();
        for (var turn = 0; !stopping.IsCancellationRequested; turn++)
        {
            await act(turn);
            var wait = (period * (turn + 1)) - TimeProvider.System.GetElapsedTime(started);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, TimeProvider.System, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>A film comes anew, by the same name: an upgrade. It is left alone until the job before has come to its end.</summary>
    private async Task ImportAsync(int turn)
    {
        var number = turn % house.Announced.Count;
        var film = house.Announced[number];
        if (jobs.TryGetValue(number, out var before))
        {
            var job = await calls.AskAsync("GET /api/jobs/{id}", $"api/jobs/{before}", [200]);
            if (Text(job, "status") is "queued" or "running" or "waiting" or "")
            {
                return;
            }
        }

        SoakHouse.Renew(film);
        var told = JsonNode.Parse(ImportEvent.Movie(film.Path, FirstFile + turn))!;
        (told["movie"]!["id"], told["isUpgrade"]) = (number + 1, turn % 3 == 0);
        var body = told.ToJsonString();
        jobs[number] = await TellAsync(body, isNew: true);
        Imports++;
        if (turn % 5 == 0)
        {
            await TellAsync(body, isNew: false);
        }
    }

    /// <returns>The id of the first job.</returns>
    private async Task<string> TellAsync(string body, bool isNew)
    {
        var answer = await calls.AskAsync("POST /api/webhook/{service}/{instance?}", "api/webhook/radarr/radarr", [202], body, with: keys.Radarr);
        List<string> ids = answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty("jobIds", out var told) ? [.. told.EnumerateArray().Select(static id => id.GetString()!)] : [];
        if (isNew && ids.Count == 0)
        {
            calls.Complain($"An import got no job: {answer}");
            return "";
        }

        ids.ForEach(id => acknowledged.TryAdd(id, 0));
        return ids.FirstOrDefault("");
    }

    private Task OtherEventAsync(int turn)
    {
        var (path, body) = (turn % 7) switch
        {
            0 => ("radarr/radarr", """{"eventType":"Test","movie":{"id":1,"title":"Test","year":1970}}"""),
            1 => ("sonarr/anime", """{"eventType":"NothingThatIsKnown","x":[1,2,3]}"""),
            2 => ("sonarr/sonarr", """{"eventType":"Rename","series":{"id":1,"title":"Show"},"renamedEpisodeFiles":[{"id":4711,"path":"/nowhere/b.mkv","previousPath":"/nowhere/a.mkv"}]}"""),
            3 => ("prowlarr", """{"eventType":"Health","level":"warning","message":"Indexers unavailable due to failures: Down","type":"IndexerStatusCheck","instanceName":"Prowlarr"}"""),
            4 => ("prowlarr", """{"eventType":"HealthRestored","level":"warning","message":"Indexers unavailable due to failures: Down","type":"IndexerStatusCheck","instanceName":"Prowlarr"}"""),
            5 => ("radarr/archive", """{"eventType":"Grab","movie":{"id":1,"title":"Test","year":1970},"downloadId":"x"}"""),
            _ => ("radarr/radarr", """{"eventType":"MovieFileDelete","movie":{"id":1,"title":"Test","year":1970},"movieFile":{"id":90210,"path":"/nowhere/c.mkv"},"deleteReason":"manual"}"""),
        };
        return calls.AskAsync("POST /api/webhook/{service}/{instance?}", $"api/webhook/{path}", [200, 202], body);
    }

    private Task ReadAsync(int turn)
    {
        var routes = SoakRoutes.Of(paths);
        var (route, path, expected) = routes[turn % routes.Count];
        return calls.AskAsync(route, path, expected);
    }

    /// <summary>In turns a dry run and one that changes its files, which are as they were before it begins.</summary>
    private async Task BatchAsync(int turn)
    {
        var isDryRun = turn % 2 == 0;
        if (!isDryRun)
        {
            house.Batched.ToList().ForEach(SoakHouse.Renew);
        }

        var begun = await calls.AskAsync("POST /api/batch", "api/batch", [202], JsonSerializer.Serialize(new { path = house.BatchFolder, dryRun = isDryRun }), with: keys.Batches[turn % keys.Batches.Count]);
        while (Text(begun, "batchId") is { Length: > 0 } id && Text(await calls.AskAsync("GET /api/batch/{id}", $"api/batch/{id}", [200]), "ended") is "")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, CancellationToken.None);
        }

        if (!isDryRun)
        {
            house.Batched.ToList().ForEach(static film => film.AssertIsRight());
        }
    }

    private async Task SweepAsync(int turn)
    {
        await calls.AskAsync("POST /api/indexers/sweep", "api/indexers/sweep", [200, 409]);
        await calls.AskAsync("POST /api/indexers/heal", "api/indexers/heal", [200, 409], """{"dryRun":true}""");
        await calls.AskAsync("POST /api/schedules/{name}/run", $"api/schedules/{(turn % 2 == 0 ? "deferred-files" : "event-log")}/run", [200, 409]);
    }

    /// <summary>Something changes in a library, then its scores are exported.</summary>
    private async Task ExportAsync(int turn)
    {
        FakeLibrary fake = turn % 2 == 0 ? house.Archive : house.Anime;
        var file = fake.Files[turn % fake.Files.Count];
        var import = file.Import with { RelativePath = $"another {turn}.mkv", Size = file.Size + 1, Added = null, CustomFormats = [.. file.Import.CustomFormats.Skip(1)] };
        _ = fake is FakeRadarr ? house.Archive.ImportUnannounced(house.Archive.Movies.Find(file.SubjectId)!, import) : house.Anime.ImportUnannounced(file.Episodes, import);
        var begun = await calls.AskAsync("POST /api/library/export", "api/library/export", [202], JsonSerializer.Serialize(new { instance = fake is FakeRadarr ? "archive" : "anime" }));
        if (begun.ValueKind is not JsonValueKind.Object || Text(begun.GetProperty("exports")[0], "exportId") is not { Length: > 0 } id)
        {
            return;
        }

        JsonElement export;
        while (Text(export = await calls.AskAsync("GET /api/library/exports/{id}", $"api/library/exports/{id}", [200]), "ended") is "")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, CancellationToken.None);
        }

        if (Text(export, "status") is not "succeeded")
        {
            calls.Complain($"An export failed: {export}");
        }
        else if (fake is FakeRadarr)
        {
            // The reports of older ones are deleted.
            var before = paths["/api/library/exports/{id}"].Split('/')[^1];
            paths["/api/library/compare"] = $"/api/library/compare?from={before}&to={id}";
            paths["/api/library/exports/{id}/artifacts/{name}"] = $"/api/library/exports/{id}/artifacts/{Text(export.GetProperty("artifacts")[0], "name")}";
            paths["/api/library/exports/{id}"] = $"/api/library/exports/{id}";
        }
    }

    private static string Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
}
