using System.Net;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

public abstract partial class HostSuite
{
    [HostFact]
    public async Task An_export_is_begun_followed_and_told_of()
    {
        var instance = (await client.BodyAsync("GET api/instances")).GetProperty("instances").EnumerateArray()
            .Where(static each => Text(each, "service") is "sonarr" or "radarr").Select(static each => Text(each, "name")).FirstOrDefault();
        if (instance is null)
        {
            (await client.AskAsync("POST api/library/export")).AssertIsProblem(HttpStatusCode.NotFound, "noLibrary");
            return;
        }

        var started = await client.AskAsync("POST api/library/export", $$"""{"instance":"{{instance}}"}""");
        var id = Text(started.Body.GetProperty("exports")[0], "exportId");
        Assert.Equal((HttpStatusCode.Accepted, $"/api/library/exports/{id}"), (started.Status, started.Location));
        (await client.AskAsync("POST api/library/export", """{"everything":true}""")).AssertIsProblem(HttpStatusCode.BadRequest, "badRequest");

        var ended = await client.UntilAsync($"GET api/library/exports/{id}", static export => export.TryGetProperty("ended", out _));

        Assert.Equal("succeeded", Text(ended, "status"));
        var report = Assert.Single(ended.GetProperty("artifacts").EnumerateArray(), static artifact => Text(artifact, "name") == "export.json");
        Assert.Equal(id, Text((await client.BodyAsync($"GET {Text(report, "href")![1..]}")), "exportId"));
        Assert.Contains((await client.BodyAsync("GET api/library/exports")).GetProperty("exports").EnumerateArray(), export => Text(export, "exportId") == id);
        Assert.Equal(
            ended.GetProperty("figures").GetProperty("files").GetInt32(), (await client.BodyAsync($"GET api/library/{instance}/summary")).GetProperty("figures").GetProperty("files").GetInt32());
        (await client.AskAsync($"GET api/library/exports/{id}/artifacts/nothing.csv")).AssertIsProblem(HttpStatusCode.NotFound, "noSuchArtifact");
    }
}
