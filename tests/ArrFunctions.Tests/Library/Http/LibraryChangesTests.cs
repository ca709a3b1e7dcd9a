using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Library.Http;

/// <summary>What changed in a library, over HTTP.</summary>
public sealed class LibraryChangesTests
{
    [Fact]
    public async Task The_history_tells_of_each_change_and_of_single_items()
    {
        await using var bench = await ExportBench.StartAsync();
        var movies = await AddAsync(bench);

        var all = (await bench.Http.GetAsync("library/radarr/history")).GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(3, all.Count);
        var first = await bench.Http.GetAsync("library/radarr/history?limit=2");
        var second = await bench.Http.GetAsync($"library/radarr/history?limit=2&cursor={Uri.EscapeDataString(Text(first, "cursor")!)}");
        Assert.Equal(all.Select(Title), first.GetProperty("changes").EnumerateArray().Concat(second.GetProperty("changes").EnumerateArray()).Select(Title));

        var one = (await bench.Http.GetAsync($"library/radarr/history?item={movies[1].Id}")).GetProperty("changes").EnumerateArray();
        Assert.Equal(("[b]old[/b] 1 (1999)", "added"), (Title(one.Single()), Text(one.Single(), "kind")));
        Assert.Empty((await bench.Http.GetAsync("library/radarr/history?item=99999-3")).GetProperty("changes").EnumerateArray());
    }

    [Fact]
    public async Task Two_exports_are_compared_whichever_is_named_first()
    {
        await using var bench = await ExportBench.StartAsync();
        await AddAsync(bench);
        var ids = (await bench.Http.GetAsync("library/exports?instance=radarr")).GetProperty("exports").EnumerateArray().Select(export => Text(export, "exportId")).ToList();

        var forth = await bench.Http.GetAsync($"library/compare?from={ids[1]}&to={ids[0]}");
        var back = await bench.Http.GetAsync($"library/compare?from={ids[0]}&to={ids[1]}");

        Assert.Equal(forth.GetRawText(), back.GetRawText());
        Assert.Equal((3, 0, 0), (forth.GetProperty("added").GetInt32(), forth.GetProperty("removed").GetInt32(), forth.GetProperty("lost").GetInt32()));
        Assert.Equal(3, forth.GetProperty("changes").GetProperty("added").GetInt32());
        Assert.Equal(3, forth.GetProperty("to").GetProperty("files").GetInt32() - forth.GetProperty("from").GetProperty("files").GetInt32());
        Assert.Equal(3, forth.GetProperty("additions").GetArrayLength());
    }

    [Fact]
    public async Task Exports_of_two_instances_are_not_compared()
    {
        await using var bench = await ExportBench.StartAsync();
        var (radarr, sonarr) = (await bench.ExportAsync("radarr"), await bench.ExportAsync("sonarr"));

        Assert.Equal("notComparable", Text(await bench.Http.GetAsync($"library/compare?from={radarr}&to={sonarr}", HttpStatusCode.BadRequest), "code"));
        Assert.Equal("badRequest", Text(await bench.Http.GetAsync($"library/compare?from={radarr}", HttpStatusCode.BadRequest), "code"));
    }

    /// <summary>Three movies between two exports.</summary>
    private static async Task<List<Movie>> AddAsync(ExportBench bench)
    {
        await bench.ExportAsync("radarr");
        bench.Http.Clock.Advance(TimeSpan.FromHours(1));
        var movies = new List<Movie>();
        for (var number = 0; number < 3; number++)
        {
            var movie = bench.Radarr.AddMovie($"[b]old[/b] {number}", 1999, ServarrLanguage.English, one => one with { ProfileId = 1 });
            bench.Radarr.Add(movie, Import.Virtual($"old {number}.mkv", 1_000_000, "WEBDL-1080p"));
            movies.Add(movie);
        }

        await bench.ExportAsync("radarr");
        return movies;
    }

    private static string? Title(JsonElement change) => Text(change, "title");

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
