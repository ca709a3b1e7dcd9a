using System.Net;
using System.Text.Json;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>What every host does, seen from outside: over HTTP, and in a folder of media. Nothing is assumed of what else it holds.</summary>
public abstract partial class HostSuite : IDisposable
{
    private readonly HostFixture host;
    private readonly HostClient client;

    protected HostSuite(HostFixture host)
    {
        this.host = host;
        client = host.Client();
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        client.Dispose();
    }

    [HostFact]
    public async Task An_import_becomes_a_job_that_changes_the_file_and_can_be_taken_back()
    {
        using var films = host.Films(1);
        var film = films.Films[0];

        var id = (await AnnounceAsync(films, film)).GetProperty("jobIds")[0].GetString()!;

        var job = await client.EndOfJobAsync(id);
        Assert.Equal(("succeeded", "changed", films.There(film)), (Text(job, "status"), Text(job, "result"), Text(job, "path")));
        film.AssertIsRight();
        await client.BodyAsync($"POST api/jobs/{id}/undo");
        film.AssertIsAsItWas();
        Assert.True((await client.BodyAsync($"GET api/jobs/{id}")).GetProperty("isUndone").GetBoolean());
        (await client.AskAsync($"POST api/jobs/{id}/undo")).AssertIsProblem(HttpStatusCode.Conflict, "undoRefused");
    }

    [HostFact]
    public async Task The_same_event_again_is_the_same_job()
    {
        using var films = host.Films(1);
        var body = Event(films, films.Films[0]);

        var first = await client.BodyAsync("POST api/webhook/radarr", body, HttpStatusCode.Accepted);
        var again = await client.BodyAsync("POST api/webhook/radarr", body, HttpStatusCode.Accepted);

        Assert.Equal(first.GetProperty("jobIds").GetRawText(), again.GetProperty("jobIds").GetRawText());
        await client.EndOfJobAsync(first.GetProperty("jobIds")[0].GetString()!);
        var shown = await client.BodyAsync($"GET api/webhook/{first.GetProperty("webhookId").GetString()}");
        Assert.Contains(first.GetProperty("jobIds")[0].GetString()!, shown.GetRawText(), StringComparison.Ordinal);
    }

    [HostFact]
    public async Task An_event_that_means_nothing_here_is_taken_and_one_that_is_none_is_refused()
    {
        Assert.Equal("ignored", Text(await client.BodyAsync("POST api/webhook/radarr", """{"eventType":"Test"}"""), "status"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.AskAsync("POST api/webhook/radarr", "{")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.AskAsync("POST api/webhook/radarr", "[]")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.AskAsync("POST api/webhook/lidarr", """{"eventType":"Test"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.AskAsync("GET api/webhook/00")).Status);
    }

    [HostFact]
    public async Task Jobs_are_listed_page_by_page_and_by_how_they_stand()
    {
        using var films = host.Films(3);
        var ids = new List<string>();
        foreach (var film in films.Films)
        {
            ids.Add((await AnnounceAsync(films, film)).GetProperty("jobIds")[0].GetString()!);
            await client.EndOfJobAsync(ids[^1]);
        }

        var listed = await PagesAsync("api/jobs", "jobs", ids.Count);
        Assert.Equal(ids.AsEnumerable().Reverse(), listed.Select(job => Text(job, "id")));
        var changed = (await client.BodyAsync("GET api/jobs?status=succeeded&result=changed&limit=500")).GetProperty("jobs").EnumerateArray().ToList();
        Assert.All(changed, job => Assert.Equal(("succeeded", "changed"), (Text(job, "status"), Text(job, "result"))));
        Assert.Subset(changed.Select(job => Text(job, "id")).ToHashSet(), ids.ToHashSet<string?>());
        await client.UntilAsync("GET api/jobs/stats", stats => stats.GetProperty("total").TryGetProperty("succeeded", out var succeeded) && succeeded.GetInt64() >= ids.Count);
        (await client.AskAsync("GET api/jobs?status=tired")).AssertIsProblem(HttpStatusCode.BadRequest, "filter");
        (await client.AskAsync("GET api/jobs?limit=0")).AssertIsProblem(HttpStatusCode.BadRequest, "limit");
        (await client.AskAsync("GET api/jobs?cursor=here")).AssertIsProblem(HttpStatusCode.BadRequest, "cursor");
        (await client.AskAsync("GET api/jobs/none")).AssertIsProblem(HttpStatusCode.NotFound, "noSuchJob");
        (await client.AskAsync($"DELETE api/jobs/{ids[0]}")).AssertIsProblem(HttpStatusCode.Conflict, "notCancellable");
    }

    [HostFact]
    public async Task A_job_that_failed_is_tried_again_when_somebody_asks()
    {
        using var films = host.Films(1);
        var film = films.Films[0];
        var mend = HostFilms.Damage(film);
        var id = (await AnnounceAsync(films, film)).GetProperty("jobIds")[0].GetString()!;
        Assert.Equal(("failed", "damaged"), (await client.EndOfJobAsync(id)) is var failed ? (Text(failed, "status"), Text(failed, "code")) : default);

        mend();
        await client.BodyAsync($"POST api/jobs/{id}/retry", status: HttpStatusCode.Accepted);

        Assert.Equal("changed", Text(await client.EndOfJobAsync(id), "result"));
        film.AssertIsRight();
    }

    /// <summary>One item a page, until so many are there.</summary>
    private async Task<List<JsonElement>> PagesAsync(string path, string name, int count)
    {
        var items = new List<JsonElement>();
        var cursor = "";
        while (items.Count < count)
        {
            var page = await client.BodyAsync($"GET {path}?limit=1{cursor}");
            items.Add(Assert.Single(page.GetProperty(name).EnumerateArray()));
            cursor = page.TryGetProperty("cursor", out var next) ? $"&cursor={Uri.EscapeDataString(next.GetString()!)}" : "";
            Assert.True(cursor.Length > 0 || items.Count == count, $"{path} ended after {items.Count}.");
        }

        return items;
    }

    private Task<JsonElement> AnnounceAsync(HostFilms films, ServiceFilm film) =>
        client.BodyAsync("POST api/webhook/radarr", Event(films, film), HttpStatusCode.Accepted);

    /// <summary>The event of an import that the host cannot have met before.</summary>
    private static string Event(HostFilms films, ServiceFilm film) =>
        ImportEvent.Movie(films.There(film), Random.Shared.Next(1_000_000, int.MaxValue), downloadId: $"{Guid.NewGuid():N}");

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
