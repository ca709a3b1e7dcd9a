using System.Net;
using System.Text.Json;

namespace ArrFunctions.Tests.Library.Http;

/// <summary>What is told of libraries over HTTP, from what is stored.</summary>
public sealed class LibraryEndpointsTests
{
    [Theory]
    [InlineData("summary")]
    [InlineData("candidates")]
    [InlineData("formats")]
    [InlineData("profiles")]
    [InlineData("trends")]
    [InlineData("history")]
    public async Task Before_the_first_export_it_is_said_how_to_get_one(string what)
    {
        await using var bench = await ExportBench.StartAsync();

        var problem = await bench.Http.GetAsync($"library/radarr/{what}", HttpStatusCode.NotFound);

        Assert.Equal("notExported", Text(problem, "code"));
        Assert.Contains("POST library/export", Text(problem, "detail"), StringComparison.Ordinal);
        Assert.Equal("noSuchInstance", Text(await bench.Http.GetAsync($"library/lidarr/{what}", HttpStatusCode.NotFound), "code"));
        Assert.Equal("noLibrary", Text(await bench.Http.GetAsync($"library/prowlarr/{what}", HttpStatusCode.NotFound), "code"));
        Assert.Equal(0, bench.Calls);
    }

    [Fact]
    public async Task A_library_is_told_of_without_asking_its_instance()
    {
        await using var bench = await ExportBench.StartAsync();
        await bench.ExportAsync("sonarr");
        var calls = bench.Calls;

        var summary = await bench.Http.GetAsync("library/SONARR/summary");
        Assert.Equal(("sonarr", "sonarr"), (Text(summary, "instance"), Text(summary, "service")));
        Assert.Equal(5, summary.GetProperty("health").GetProperty("parts").GetArrayLength());
        var files = summary.GetProperty("figures").GetProperty("files").GetInt32();
        Assert.Equal(files, summary.GetProperty("categories").EnumerateArray().Sum(category => category.GetProperty("files").GetInt32()));
        Assert.Equal(3, summary.GetProperty("breakdown").GetProperty("series").GetArrayLength());

        var candidates = await bench.Http.GetAsync("library/sonarr/candidates");
        Assert.Equal(candidates.GetProperty("total").GetInt32(), summary.GetProperty("candidates").EnumerateObject().Sum(priority => priority.Value.GetInt32()));
        Assert.NotEmpty((await bench.Http.GetAsync("library/sonarr/formats")).GetProperty("formats").EnumerateArray());
        Assert.Equal(files, (await bench.Http.GetAsync("library/sonarr/profiles")).GetProperty("profiles").EnumerateArray().Sum(profile => profile.GetProperty("files").GetInt32()));
        Assert.Single((await bench.Http.GetAsync("library/sonarr/trends")).GetProperty("trends").GetProperty("snapshots").EnumerateArray());
        Assert.Equal(calls, bench.Calls);
    }

    [Fact]
    public async Task The_pages_of_the_candidates_have_each_of_them_once()
    {
        await using var bench = await ExportBench.StartAsync();
        await bench.ExportAsync("radarr");
        var (ranks, cursor, total) = (new List<int>(), "0", 0);
        while (cursor is not null)
        {
            var page = await bench.Http.GetAsync($"library/radarr/candidates?limit=25&cursor={cursor}");
            ranks.AddRange(page.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetProperty("rank").GetInt32()));
            (cursor, total) = (Text(page, "cursor"), page.GetProperty("total").GetInt32());
        }

        Assert.True(total > 50, $"{total} candidates are too few for this test.");
        Assert.Equal(Enumerable.Range(1, total), ranks);
    }

    [Fact]
    public async Task Candidates_are_chosen_by_priority_block_and_gain()
    {
        await using var bench = await ExportBench.StartAsync();
        await bench.ExportAsync("radarr");
        var all = (await bench.Http.GetAsync("library/radarr/candidates?limit=500")).GetProperty("candidates").EnumerateArray().ToList();

        var some = (await bench.Http.GetAsync("library/radarr/candidates?limit=500&priority=high,medium&blocked=false&minGain=100")).GetProperty("candidates").EnumerateArray().ToList();

        var expected = all.Where(one => Text(one, "priority") is "high" or "medium" && one.GetProperty("blocks").GetArrayLength() == 0 && one.GetProperty("gain").GetInt32() >= 100).ToList();
        Assert.NotEmpty(expected);
        Assert.True(expected.Count < all.Count);
        Assert.Equal(expected.Select(one => one.GetProperty("rank").GetInt32()), some.Select(one => one.GetProperty("rank").GetInt32()));
        var blocked = (await bench.Http.GetAsync("library/radarr/candidates?limit=500&blocked=true")).GetProperty("candidates").EnumerateArray().ToList();
        Assert.Equal(all.Count(one => one.GetProperty("blocks").GetArrayLength() > 0), blocked.Count);
    }

    [Theory]
    [InlineData("candidates?priority=urgent", "filter")]
    [InlineData("candidates?priority=", "filter")]
    [InlineData("candidates?priority=1", "filter")]
    [InlineData("candidates?blocked=maybe", "filter")]
    [InlineData("candidates?minGain=-1", "filter")]
    [InlineData("candidates?limit=501", "limit")]
    [InlineData("candidates?cursor=x", "cursor")]
    [InlineData("history?limit=0", "limit")]
    [InlineData("history?cursor=12", "cursor")]
    [InlineData("history?item=x", "item")]
    [InlineData("history?item=1-2-3", "item")]
    [InlineData("history?item=-1", "item")]
    [InlineData("history?item=1&limit=5", "item")]
    public async Task A_question_that_makes_no_sense_is_refused(string question, string code)
    {
        await using var bench = await ExportBench.StartAsync();

        Assert.Equal(code, Text(await bench.Http.GetAsync($"library/radarr/{question}", HttpStatusCode.BadRequest), "code"));
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
