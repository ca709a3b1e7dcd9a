using System.Net;
using System.Text.Json;
using ArrFunctions.Library.Artifacts;
using ArrFunctions.Tests.Http;

namespace ArrFunctions.Tests.Library.Http;

/// <summary>Exports over HTTP: begun, followed, listed, refused.</summary>
public sealed class ExportEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_is_found_from_its_beginning_to_its_end()
    {
        await using var bench = await ExportBench.StartAsync();
        using var client = bench.Http.Client();
        using var answer = await client.PostAsync(new Uri("api/library/export", UriKind.Relative), new StringContent("""{"instance":"RADARR","full":true,"priority":"normal"}"""), Cancellation);
        var export = Assert.Single(JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("exports").EnumerateArray());
        var id = Text(export, "exportId")!;
        Assert.Equal((HttpStatusCode.Accepted, $"/api/library/exports/{id}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(("radarr", "planning"), (Text(export, "instance"), Text(export, "status")));

        var begun = await bench.Http.GetAsync($"library/exports/{id}");
        Assert.Equal((id, "radarr", "planning", "key:anna"), (Text(begun, "exportId"), Text(begun, "instance"), Text(begun, "status"), Text(begun, "actor")));
        Assert.Empty(begun.GetProperty("artifacts").EnumerateArray());
        Assert.False(begun.GetProperty("progress").GetProperty("isPlanned").GetBoolean());

        await bench.RunAsync(id);

        var ended = await bench.Http.GetAsync($"library/exports/{id}");
        Assert.Equal(("succeeded", "full", "radarr"), (Text(ended, "status"), Text(ended, "scope"), Text(ended, "service")));
        Assert.Equal((200, 0), (ended.GetProperty("titles").GetInt32(), ended.GetProperty("missing").GetInt32()));
        Assert.True(ended.GetProperty("figures").GetProperty("files").GetInt32() > 100);
        Assert.False(ended.TryGetProperty("progress", out _));
        Assert.Equal(
            ArtifactCatalogue.Standard.Select(artifact => (artifact.Name, $"/api/library/exports/{id}/artifacts/{artifact.Name}")).Order(),
            ended.GetProperty("artifacts").EnumerateArray().Select(artifact => (Text(artifact, "name")!, Text(artifact, "href")!)).Order());
        Assert.Equal(id, Text((await bench.Http.GetAsync($"batch/{id}")), "id"));
    }

    [Fact]
    public async Task Without_an_instance_each_one_that_has_a_library_is_exported()
    {
        await using var bench = await ExportBench.StartAsync();

        var all = await bench.Http.PostAsync("library/export", HttpStatusCode.Accepted);

        Assert.Equal(["radarr", "sonarr"], all.GetProperty("exports").EnumerateArray().Select(export => Text(export, "instance")));
        Assert.Empty(all.GetProperty("refused").EnumerateArray());
        var again = await bench.Http.PostAsync("library/export", HttpStatusCode.Conflict);
        Assert.Equal("folderBusy", Text(again, "code"));

        await bench.RunAsync(Text(all.GetProperty("exports")[1], "exportId")!);
        var some = await bench.Http.PostAsync("library/export", "{}", HttpStatusCode.Accepted);
        Assert.Equal("sonarr", Text(Assert.Single(some.GetProperty("exports").EnumerateArray()), "instance"));
        Assert.Equal(("radarr", "folderBusy"), (Text(some.GetProperty("refused")[0], "instance"), Text(some.GetProperty("refused")[0], "code")));
    }

    [Theory]
    [InlineData("""{"instance":"radarr","dryRun":true}""", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("""{"full":"yes"}""", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("""{"priority":"urgent"}""", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("[]", HttpStatusCode.BadRequest, "badRequest")]
    [InlineData("""{"instance":"lidarr"}""", HttpStatusCode.NotFound, "noSuchInstance")]
    [InlineData("""{"instance":"prowlarr"}""", HttpStatusCode.BadRequest, "noLibrary")]
    public async Task What_cannot_be_exported_is_refused(string body, HttpStatusCode status, string code)
    {
        await using var bench = await ExportBench.StartAsync();

        Assert.Equal(code, Text(await bench.Http.PostAsync("library/export", body, status), "code"));
        Assert.Empty((await bench.Http.GetAsync("batch")).GetProperty("batches").EnumerateArray());
    }

    [Fact]
    public async Task Where_nothing_has_a_library_the_settings_are_named()
    {
        await using var bench = await HttpBench.StartAsync();

        var problem = await bench.PostAsync("library/export", HttpStatusCode.NotFound);

        Assert.Equal("noLibrary", Text(problem, "code"));
        Assert.Contains("SONARR_URL", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Empty((await bench.GetAsync("library/exports")).GetProperty("exports").EnumerateArray());
    }

    [Fact]
    public async Task Exports_are_listed_newest_first_page_by_page()
    {
        await using var bench = await ExportBench.StartAsync();
        var ids = new List<string>();
        foreach (var instance in new[] { "radarr", "sonarr", "radarr" })
        {
            bench.Http.Clock.Advance(TimeSpan.FromHours(1));
            ids.Insert(0, await bench.ExportAsync(instance));
        }

        var first = await bench.Http.GetAsync("library/exports?limit=2");
        var second = await bench.Http.GetAsync($"library/exports?limit=2&cursor={Uri.EscapeDataString(Text(first, "cursor")!)}");

        Assert.Equal(ids, first.GetProperty("exports").EnumerateArray().Concat(second.GetProperty("exports").EnumerateArray()).Select(export => Text(export, "exportId")));
        Assert.Null(Text(second, "cursor"));
        Assert.Equal([ids[1]], (await bench.Http.GetAsync("library/exports?instance=sonarr")).GetProperty("exports").EnumerateArray().Select(export => Text(export, "exportId")));
        Assert.Equal("cursor", Text(await bench.Http.GetAsync("library/exports?cursor=x", HttpStatusCode.BadRequest), "code"));
        Assert.Equal("noLibrary", Text(await bench.Http.GetAsync("library/exports?instance=prowlarr", HttpStatusCode.NotFound), "code"));
    }

    [Fact]
    public async Task An_export_whose_instance_refuses_tells_why()
    {
        await using var bench = await ExportBench.StartAsync(radarrKey: "another");

        var id = await bench.ExportAsync("radarr");

        var failed = await bench.Http.GetAsync($"library/exports/{id}");
        Assert.Equal("failed", Text(failed, "status"));
        Assert.Contains("radarr", Text(failed, "trouble"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("noFigures", Text(await bench.Http.GetAsync($"library/compare?from={id}&to={id}", HttpStatusCode.Conflict), "code"));
        Assert.Equal("notExported", Text(await bench.Http.GetAsync("library/radarr/summary", HttpStatusCode.NotFound), "code"));
    }

    [Theory]
    [InlineData("library/exports/00000000000000000000000000000000")]
    [InlineData("library/exports/nothing")]
    [InlineData("library/compare?from=00000000000000000000000000000000&to=x")]
    public async Task An_export_that_is_not_there_is_not_found(string path)
    {
        await using var bench = await ExportBench.StartAsync();

        Assert.Equal("noSuchExport", Text(await bench.Http.GetAsync(path, HttpStatusCode.NotFound), "code"));
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
