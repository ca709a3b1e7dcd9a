using System.Net;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

public abstract partial class HostSuite
{
    [HostFact]
    public async Task Health_is_told_to_everybody_and_nothing_else_is()
    {
        using var stranger = host.Stranger();
        using var wrong = host.Client("arrfn_" + new string('A', 43));

        Assert.Equal("healthy", Text(await stranger.BodyAsync("GET health"), "status"));
        foreach (var line in new[] { "GET api/jobs", "POST api/batch", "GET api/events", "POST api/webhook/radarr", "GET api/nothing", "GET api/keys" })
        {
            (await stranger.AskAsync(line)).AssertIsProblem(HttpStatusCode.Unauthorized, "keyMissing");
            Assert.Equal(HttpStatusCode.Unauthorized, (await wrong.AskAsync(line)).Status);
        }
    }

    [HostFact]
    public async Task Each_role_may_do_its_own()
    {
        var reads = await KeyAsync("read");
        var posts = await KeyAsync("webhook");
        using var reader = host.Client(reads.Key);
        using var sender = host.Client(posts.Key);

        await reader.BodyAsync("GET api/jobs");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.AskAsync("POST api/queue/pause")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.AskAsync("POST api/batch", "{}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.AskAsync("GET api/keys")).Status);
        await sender.BodyAsync("POST api/webhook/radarr", """{"eventType":"Test"}""");
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.AskAsync("GET api/jobs")).Status);

        foreach (var (id, _) in new[] { reads, posts })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await client.AskAsync($"DELETE api/keys/{id}")).Status);
        }
    }

    [HostFact]
    public async Task A_key_is_shown_once_and_worth_nothing_when_it_is_deleted()
    {
        var (id, key) = await KeyAsync("operate");
        using var holder = host.Client(key);
        await holder.BodyAsync("GET api/queue");
        Assert.DoesNotContain(key, (await client.BodyAsync("GET api/keys")).GetRawText(), StringComparison.Ordinal);
        (await client.AskAsync("POST api/keys", """{"name":"x","role":"king"}""")).AssertIsProblem(HttpStatusCode.BadRequest, "bodyMalformed");

        Assert.Equal(HttpStatusCode.NoContent, (await client.AskAsync($"DELETE api/keys/{id}")).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.AskAsync("GET api/queue")).Status);
        (await client.AskAsync($"DELETE api/keys/{id}")).AssertIsProblem(HttpStatusCode.NotFound, "keyNotFound");
    }

    [HostFact]
    public async Task A_method_that_a_route_does_not_take_is_told_from_a_route_that_is_not_there()
    {
        foreach (var line in new[] { "PATCH api/jobs", "OPTIONS api/jobs", "POST health", "OPTIONS health" })
        {
            var answer = await client.AskAsync(line);
            answer.AssertIsProblem(HttpStatusCode.MethodNotAllowed, "methodNotAllowed");
            Assert.Equal(["GET"], answer.Allowed);
        }

        foreach (var line in new[] { "HEAD api/jobs", "HEAD health" })
        {
            var answer = await client.AskAsync(line);
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET", JsonValueKind.Undefined), (answer.Status, Assert.Single(answer.Allowed), answer.Body.ValueKind));
        }

        foreach (var line in new[] { "GET api/jobs/a/b/c", "GET health/more", "DELETE api/events/1" })
        {
            (await client.AskAsync(line)).AssertIsProblem(HttpStatusCode.NotFound, "noSuchRoute");
        }
    }

    [HostFact]
    public async Task A_lane_is_paused_and_works_again()
    {
        await using (await PauseAsync("high"))
        {
            Assert.Equal(["high"], await PausedAsync());
        }

        Assert.Empty(await PausedAsync());
        (await client.AskAsync("POST api/queue/pause?lane=fast")).AssertIsProblem(HttpStatusCode.BadRequest, "lane");

        async Task<IEnumerable<string?>> PausedAsync() => (await client.BodyAsync("GET api/queue")).GetProperty("lanes").EnumerateArray()
            .Where(lane => lane.GetProperty("isPaused").GetBoolean()).Select(lane => Text(lane, "lane"));
    }

    [HostFact]
    public async Task A_timer_is_listed_run_and_switched()
    {
        var names = (await client.BodyAsync("GET api/schedules")).GetProperty("schedules").EnumerateArray().Select(schedule => Text(schedule, "name"));
        Assert.Contains("job-sweep", names);
        var runs = (await client.BodyAsync("GET api/schedules/job-sweep")).GetProperty("runs").GetInt32();

        Assert.True((await client.BodyAsync("POST api/schedules/job-sweep/run")).GetProperty("runs").GetInt32() > runs);
        Assert.False((await client.BodyAsync("POST api/schedules/job-sweep/disable")).GetProperty("isEnabled").GetBoolean());
        Assert.True((await client.BodyAsync("POST api/schedules/job-sweep/enable")).GetProperty("isEnabled").GetBoolean());
        (await client.AskAsync("POST api/schedules/nightly/run")).AssertIsProblem(HttpStatusCode.NotFound, "noSuchSchedule");
    }

    [HostFact]
    public async Task Events_are_listed_page_by_page_the_newest_first()
    {
        for (var time = 0; time < 2; time++)
        {
            await (await PauseAsync("high")).DisposeAsync();
        }

        await client.BodyAsync("POST api/schedules/event-log/run");
        await client.UntilAsync("GET api/events", static page => page.GetProperty("events").GetArrayLength() >= 4);
        var events = await PagesAsync("api/events", "events", 4);

        Assert.Equal(4, events.Select(told => Text(told, "id")).Distinct(StringComparer.Ordinal).Count());
        var times = events.Select(told => told.GetProperty("time").GetDateTimeOffset()).ToList();
        Assert.Equal(times.OrderDescending(), times);
        (await client.AskAsync("GET api/events?cursor=x")).AssertIsProblem(HttpStatusCode.BadRequest, "cursor");
    }

    [HostFact]
    public async Task Indexers_are_listed_and_swept()
    {
        var listed = (await client.BodyAsync("GET api/indexers")).GetProperty("instances").EnumerateArray()
            .SelectMany(instance => instance.GetProperty("indexers").EnumerateArray()).Select(indexer => Text(indexer, "name"));
        Assert.Subset(listed.ToHashSet(), host.Indexers.ToHashSet<string?>());

        var sweep = await client.AskAsync("POST api/indexers/sweep");

        HttpStatusCode[] expected = host.Indexers is [] ? [HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.BadGateway] : [HttpStatusCode.OK];
        Assert.Contains(sweep.Status, expected);
        (await client.AskAsync("GET api/indexers/nothing")).AssertIsProblem(HttpStatusCode.NotFound, "unknownInstance");
    }

    /// <summary>A new key with a name that no other has.</summary>
    private async Task<(string Id, string Key)> KeyAsync(string role)
    {
        var name = $"e2e-{Guid.NewGuid():N}";
        var body = $$"""{"name":"{{name}}","role":"{{role}}"}""";
        var made = await client.BodyAsync("POST api/keys", body, HttpStatusCode.Created);
        (await client.AskAsync("POST api/keys", body)).AssertIsProblem(HttpStatusCode.Conflict, "keyNameTaken");
        return (Text(made, "id")!, Text(made, "key")!);
    }
}
