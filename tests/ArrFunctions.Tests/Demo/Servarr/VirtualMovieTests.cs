using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Scores;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>Movies whose files are on no disk: what counts is worked out when it is asked for.</summary>
public sealed class VirtualMovieTests : IAsyncLifetime
{
    private FakeRadarr radarr = null!;
    private ServarrReader reader = null!;
    private CustomFormat good = null!;
    private CustomFormat bad = null!;
    private Movie movie = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        radarr = await FakeRadarr.StartAsync(new() { RootFolder = "/movies" }, Cancellation);
        reader = new(radarr);
        (good, bad) = (radarr.Formats.Add(id => new(id, "Good")), radarr.Formats.Add(id => new(id, "Bad")));
        radarr.Profiles.Edit(1, profile => profile.Scored(good, 100).Scored(bad, -10_000));
        movie = radarr.AddMovie("A Film", 2019, ServarrLanguage.German, one => one with { Collection = new("Films", 5), Runtime = 95 });
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return radarr.DisposeAsync();
    }

    [Fact]
    public async Task A_score_follows_the_profile_and_the_formats()
    {
        var file = radarr.Add(movie, Import.Virtual("film.mkv", 5_000, "Bluray-1080p", good, bad));
        Assert.Equal((-9_900, "Bad Good"), await ScoreAsync());

        radarr.Profiles.Edit(1, profile => profile.Scored(bad, -50));
        Assert.Equal((50, "Bad Good"), await ScoreAsync());

        var other = radarr.Profiles.Add(id => new QualityProfile(id, "Other").Scored(good, 7));
        radarr.Movies.Edit(movie.Id, one => one with { ProfileId = other.Id });
        Assert.Equal((7, "Bad Good"), await ScoreAsync());

        radarr.Formats.Edit(bad.Id, format => format with { Name = "Worst" });
        radarr.Match(good, other => other.Id != file.Id);
        Assert.Equal((0, "Worst"), await ScoreAsync());
        Assert.Equal(0, (await reader.GetAsync("history/since?date=2000-01-01")).GetArrayLength());
    }

    [Theory]
    [InlineData("WEBDL-1080p", 1002, true, false)]
    [InlineData("WEBRip-1080p", 3, true, false)]
    [InlineData("WEBDL-720p", 1002, true, true)]
    [InlineData("WEBDL-720p", 1002, false, false)]
    [InlineData("Remux-2160p", 19, true, false)]
    [InlineData("Unknown", 19, false, true)]
    public async Task A_cutoff_counts_a_group_as_one_and_the_first_quality_where_upgrades_are_off(string quality, int cutoff, bool isAllowed, bool isNotMet)
    {
        radarr.Profiles.Edit(1, profile => profile with { Cutoff = cutoff, UpgradeAllowed = isAllowed });
        radarr.Add(movie, Import.Virtual("film.mkv", 5_000, quality));

        Assert.Equal(isNotMet, (await FileAsync()).GetProperty("qualityCutoffNotMet").GetBoolean());
    }

    [Fact]
    public async Task An_upgrade_a_rename_and_a_deletion_stand_in_the_history_in_their_order()
    {
        var import = Import.Virtual("film.mkv", 5_000, "WEBDL-1080p", bad) with { Download = new("id") { ReleaseTitle = "A.Film.2019", Indexer = "One" } };
        radarr.Grab(movie, import);
        var first = radarr.ImportUnannounced(movie, import);
        var second = radarr.ImportUnannounced(movie, Import.Virtual("better.mkv", first.Size, "Bluray-1080p", good));
        var renamed = await radarr.RenameAsync(second, "best.mkv", Cancellation);
        await radarr.DeleteAsync(renamed, Cancellation);

        var history = await reader.GetAsync("history/since?date=2000-01-01");
        Assert.Equal(
            ["grabbed", "downloadFolderImported", "movieFileDeleted", "downloadFolderImported", "movieFileRenamed", "movieFileDeleted"],
            history.EnumerateArray().Select(entry => entry.GetProperty("eventType").GetString()));
        Assert.Equal(["Upgrade", "Manual"], Deleted(await reader.GetAsync("history/since?date=2000-01-01&eventType=movieFileDeleted")));
        Assert.Equal(["Upgrade", "Manual"], Deleted(await reader.GetAsync("history/since?date=2000-01-01&eventType=6")));
        Assert.Equal("/movies/A Film (2019)/better.mkv", history[4].GetProperty("data").GetProperty("sourcePath").GetString());
        Assert.All(history.EnumerateArray(), entry => Assert.Equal(movie.Id, entry.GetProperty("movieId").GetInt32()));
        Assert.Empty(radarr.Files);

        static IEnumerable<string?> Deleted(JsonElement entries) =>
            entries.EnumerateArray().Select(entry => entry.GetProperty("data").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_movie_that_is_deleted_is_nowhere()
    {
        radarr.ImportUnannounced(movie, Import.Virtual("film.mkv", 5_000, "WEBDL-1080p"));
        radarr.Remove(movie);

        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("movie/1"));
        foreach (var path in (string[])["movie", "moviefile?movieId=1", "history/since?date=2000-01-01"])
        {
            Assert.Equal(0, (await reader.GetAsync(path)).GetArrayLength());
        }
    }

    [Fact]
    public async Task A_file_that_nobody_looked_into_has_no_media_info()
    {
        var file = radarr.Add(movie, Import.Virtual("film.mkv", 5_000, "WEBDL-1080p") with { Media = null });
        Assert.False((await FileAsync()).TryGetProperty("mediaInfo", out _));

        radarr.Edit(file, import => import with { Media = new() { Resolution = "3840x2160", DynamicRangeType = "DV HDR10", Runtime = new(2, 1, 33) }, Size = 6_000 });
        var media = (await FileAsync()).GetProperty("mediaInfo");
        Assert.Equal(
            ("3840x2160", "DV HDR10", "2:01:33"),
            (media.GetProperty("resolution").GetString(), media.GetProperty("videoDynamicRangeType").GetString(), media.GetProperty("runTime").GetString()));
        Assert.Equal(6_000, (await FileAsync()).GetProperty("size").GetInt64());
    }

    [Fact]
    public async Task A_movie_has_its_file_without_formats_and_tells_when_it_was_searched()
    {
        radarr.Add(movie, Import.Virtual("film.mkv", 5_000, "WEBDL-1080p", good));
        var before = (await reader.GetAsync("movie"))[0];
        Assert.False(before.TryGetProperty("lastSearchTime", out _));
        Assert.False(before.GetProperty("movieFile").TryGetProperty("customFormats", out _));
        Assert.Equal(5, before.GetProperty("collection").GetProperty("tmdbId").GetInt32());

        await reader.PostAsync("command", new() { ["name"] = "moviesSearch", ["movieIds"] = new JsonArray(1) });

        Assert.Equal([1], Assert.Single(radarr.Commands).Searched);
        Assert.Equal("completed", (await reader.GetAsync("command/1")).GetProperty("status").GetString());
        Assert.True((await reader.GetAsync("movie/1")).TryGetProperty("lastSearchTime", out _));
    }

    [Fact]
    public async Task A_request_line_that_is_too_long_is_refused()
    {
        var ids = Enumerable.Range(10_000, 700).Select(id => $"movieId={id}");
        Assert.Equal(HttpStatusCode.RequestUriTooLong, await reader.StatusAsync($"moviefile?{string.Join('&', ids)}"));
        Assert.Equal(HttpStatusCode.OK, await reader.StatusAsync($"moviefile?{string.Join('&', ids.Take(550))}"));
    }

    [Fact]
    public async Task What_it_was_asked_is_counted_below_a_path()
    {
        radarr.Add(movie, Import.Virtual("film.mkv", 5_000, "WEBDL-1080p"));
        _ = await reader.GetAsync("movie");
        _ = await FileAsync();
        _ = await reader.GetAsync("moviefile/1");
        Assert.Equal((2, 1, 3), (Below("/moviefile"), Below("/movie"), Below("")));

        int Below(string path) => radarr.Requests.CountBelow($"/api/v3{path}");
    }

    private async Task<JsonElement> FileAsync() => (await reader.GetAsync("moviefile?movieId=1&movieId=99"))[0];

    private async Task<(int Score, string Formats)> ScoreAsync()
    {
        var file = await FileAsync();
        return (
            file.GetProperty("customFormatScore").GetInt32(),
            string.Join(' ', file.GetProperty("customFormats").EnumerateArray().Select(format => format.GetProperty("name").GetString())));
    }
}
