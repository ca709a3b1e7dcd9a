using System.Net;
using System.Text.Json;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

public abstract partial class HostSuite
{
    [HostFact]
    public async Task A_batch_does_every_file_of_its_folder_and_tells_so()
    {
        using var films = host.Films(5);

        var started = await client.AskAsync("POST api/batch", $$"""{"path":"{{films.FolderThere}}","dryRun":false}""");

        Assert.Equal((HttpStatusCode.Accepted, $"/api/batch/{started.Text("batchId")}"), (started.Status, started.Location));
        var ended = await client.EndOfBatchAsync(started.Text("batchId")!);
        var progress = ended.GetProperty("progress");
        Assert.Equal(("succeeded", "5 changed", 5, 100), (Text(ended, "status"), Text(ended, "reason"), Count(ended, "changed"), progress.GetProperty("percent").GetInt32()));
        Assert.Equal((5, true), (progress.GetProperty("total").GetInt32(), progress.GetProperty("isPlanned").GetBoolean()));
        Assert.All(films.Films, film => film.AssertIsRight());
        var items = await PagesAsync($"api/batch/{Text(ended, "id")}/items", "jobs", 5);
        Assert.Equal(films.Films.Select(films.There), items.Select(item => Text(item, "path")));
        Assert.Contains((await client.BodyAsync("GET api/batch")).GetProperty("batches").EnumerateArray(), batch => Text(batch, "id") == Text(ended, "id"));
        (await client.AskAsync($"DELETE api/batch/{Text(ended, "id")}")).AssertIsProblem(HttpStatusCode.Conflict, "notCancellable");
        (await client.AskAsync($"POST api/batch/{Text(ended, "id")}/retry")).AssertIsProblem(HttpStatusCode.Conflict, "notRetryable");
    }

    [HostFact]
    public async Task A_dry_run_tells_what_each_file_would_get_and_writes_to_none()
    {
        using var films = host.Films(3);

        var ended = await client.EndOfBatchAsync(await client.StartAsync(films.FolderThere, ""","dryRun":true,"patterns":["**/film-000[01].mkv"]"""));

        AssertEnded(ended, "succeeded", "planned", 2);
        var items = (await client.BodyAsync($"GET api/batch/{Text(ended, "id")}/items?result=planned")).GetProperty("jobs").EnumerateArray().ToList();
        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.NotEqual(JsonValueKind.Undefined, item.GetProperty("detail").ValueKind));
        Assert.All(films.Films, film => film.AssertIsAsItWas());
    }

    [HostFact]
    public async Task What_failed_in_a_batch_is_tried_again()
    {
        using var films = host.Films(2);
        var mend = HostFilms.Damage(films.Films[1]);
        var id = await client.StartAsync(films.FolderThere);
        var first = await client.EndOfBatchAsync(id);
        AssertEnded(first, "partlyFailed", "changed", 1);
        AssertEnded(first, "partlyFailed", "failed", 1);
        Assert.Equal(films.There(films.Films[1]), Text((await client.BodyAsync($"GET api/batch/{id}/items?status=failed")).GetProperty("jobs")[0], "path"));

        mend();
        await client.BodyAsync($"POST api/batch/{id}/retry", status: HttpStatusCode.Accepted);

        var second = await client.EndOfBatchAsync(id);
        AssertEnded(second, "succeeded", "changed", 2);
        Assert.Equal(2, second.GetProperty("attempt").GetInt32());
        films.Films[1].AssertIsRight();
    }

    [HostFact]
    public async Task A_cancelled_batch_begins_nothing_more_and_its_folder_is_free()
    {
        using var films = host.Films(3);
        await using var paused = await PauseAsync("low");
        var id = await client.StartAsync(films.FolderThere, ""","priority":"low" """);
        await client.UntilAsync($"GET api/batch/{id}", static batch => batch.GetProperty("progress").GetProperty("isPlanned").GetBoolean());
        (await client.AskAsync("POST api/batch", $$"""{"path":"{{films.FolderThere}}"}""")).AssertIsProblem(HttpStatusCode.Conflict, "folderBusy");
        (await client.AskAsync($"POST api/batch/{id}/retry")).AssertIsProblem(HttpStatusCode.Conflict, "notRetryable");

        await client.BodyAsync($"DELETE api/batch/{id}", status: HttpStatusCode.Accepted);

        var ended = await client.EndOfBatchAsync(id);
        AssertEnded(ended, "cancelled", "cancelled", 3);
        Assert.All(films.Films, film => film.AssertIsAsItWas());
        Assert.Equal("succeeded", Text(await client.EndOfBatchAsync(await client.StartAsync(films.FolderThere)), "status"));
    }

    [HostFact]
    public async Task A_paused_lane_stops_its_batch_and_no_other_lane()
    {
        using var slow = host.Films(2);
        using var other = host.Films(2);
        using var announced = host.Films(1);
        await using (await PauseAsync("low"))
        {
            var id = await client.StartAsync(slow.FolderThere, ""","priority":"low" """);
            Assert.Equal("succeeded", Text(await client.EndOfBatchAsync(await client.StartAsync(other.FolderThere, ""","priority":"normal" """)), "status"));
            await client.EndOfJobAsync((await AnnounceAsync(announced, announced.Films[0])).GetProperty("jobIds")[0].GetString()!);

            var held = await client.UntilAsync($"GET api/batch/{id}", static batch => Count(batch, "queued") == 2);
            Assert.False(held.TryGetProperty("ended", out _));
            Assert.All(slow.Films, film => film.AssertIsAsItWas());
            Assert.All([.. other.Films, .. announced.Films], film => film.AssertIsRight());

            await client.BodyAsync("POST api/queue/resume?lane=low");
            AssertEnded(await client.EndOfBatchAsync(id), "succeeded", "changed", 2);
        }

        Assert.All(slow.Films, film => film.AssertIsRight());
    }

    [HostFact]
    public async Task A_webhook_is_worked_on_while_a_large_batch_of_the_low_lane_is_under_way()
    {
        using var many = host.Films(400);
        using var announced = host.Films(1);
        var batch = await client.StartAsync(many.FolderThere, ""","priority":"low","dryRun":true""");
        await client.UntilAsync($"GET api/batch/{batch}", static started => Count(started, "settled") > 0);

        var job = await client.EndOfJobAsync((await AnnounceAsync(announced, announced.Films[0])).GetProperty("jobIds")[0].GetString()!);

        announced.Films[0].AssertIsRight();
        var ended = await client.EndOfBatchAsync(batch);
        Assert.True(job.GetProperty("updated").GetDateTimeOffset() < ended.GetProperty("ended").GetDateTimeOffset(), "The event waited for the batch.");
        AssertEnded(ended, "succeeded", "planned", 400);
    }

    [HostFact]
    public async Task A_batch_that_makes_no_sense_is_refused_with_its_reason()
    {
        using var films = host.Films(1);
        await RefusedAsync("{", HttpStatusCode.BadRequest, "badRequest");
        await RefusedAsync("{}", HttpStatusCode.BadRequest, "badRequest");
        await RefusedAsync($$"""{"path":"{{films.FolderThere}}","minSize":"1MB"}""", HttpStatusCode.BadRequest, "badRequest");
        await RefusedAsync("""{"path":"films"}""", HttpStatusCode.BadRequest, "relativePath");
        await RefusedAsync("""{"path":"/"}""", HttpStatusCode.BadRequest, "outsideRoots");
        await RefusedAsync($$"""{"path":"{{films.FolderThere}}","patterns":["a**b"]}""", HttpStatusCode.BadRequest, "pattern");
        await RefusedAsync($$"""{"path":"{{films.FolderThere}}/nothing"}""", HttpStatusCode.NotFound, "noSuchFolder");
        foreach (var line in new[] { "GET api/batch/none", "GET api/batch/none/items", "POST api/batch/none/retry", "DELETE api/batch/none" })
        {
            (await client.AskAsync(line)).AssertIsProblem(HttpStatusCode.NotFound, "noSuchBatch");
        }

        (await client.AskAsync("GET api/batch?limit=501")).AssertIsProblem(HttpStatusCode.BadRequest, "limit");
        (await client.AskAsync("GET api/batch?cursor=x")).AssertIsProblem(HttpStatusCode.BadRequest, "cursor");

        async Task RefusedAsync(string body, HttpStatusCode status, string code) => (await client.AskAsync("POST api/batch", body)).AssertIsProblem(status, code);
    }

    private static void AssertEnded(JsonElement batch, string status, string name, int count) => Assert.True(
        (Text(batch, "status"), Count(batch, name)) == (status, count), $"Not {status} with {count} {name}: {batch}");

    private static int Count(JsonElement batch, string name) => batch.GetProperty("progress").GetProperty("counts").GetProperty(name).GetInt32();

    private async Task<PausedLane> PauseAsync(string lane)
    {
        await client.BodyAsync($"POST api/queue/pause?lane={lane}");
        return new(client, lane);
    }

    /// <summary>Resumes it at the end.</summary>
    private sealed class PausedLane(HostClient client, string lane) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await client.BodyAsync($"POST api/queue/resume?lane={lane}");
    }
}
