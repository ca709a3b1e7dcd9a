using System.Net;
using System.Text.Json;
using ArrFunctions.Demo.Servarr;

namespace ArrFunctions.Tests.Demo.Servarr;

/// <summary>Series whose files are on no disk.</summary>
public sealed class VirtualSeriesTests : IAsyncLifetime
{
    private FakeSonarr sonarr = null!;
    private ServarrReader reader = null!;
    private Series series = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        sonarr = await FakeSonarr.StartAsync(new() { RootFolder = "/tv" }, Cancellation);
        reader = new(sonarr);
        series = sonarr.AddSeries("A <b>Series</b>", 2020, ServarrLanguage.German, one => one with { UnmonitoredSeasons = [0], Status = "continuing" });
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        return sonarr.DisposeAsync();
    }

    [Fact]
    public async Task A_file_of_two_episodes_is_one_file_of_both()
    {
        var (first, second, third) = (Episode(1, 1), Episode(1, 2), Episode(1, 3));
        var file = sonarr.ImportUnannounced([first, second], File("S01E01-E02.mkv"));

        Assert.Equal("multiEpisode", Assert.Single((await reader.GetAsync("episodefile?seriesId=1")).EnumerateArray()).GetProperty("releaseType").GetString());
        var episodes = await reader.GetAsync("episode?seriesId=1");
        Assert.Equal([file.Id, file.Id, 0], episodes.EnumerateArray().Select(episode => episode.GetProperty("episodeFileId").GetInt32()));
        Assert.Equal([1, 2], (await reader.GetAsync("history/since?date=2000-01-01")).EnumerateArray().Select(entry => entry.GetProperty("episodeId").GetInt32()));
        Assert.Equal([3], (await reader.GetAsync($"episode?episodeIds={third.Id}")).EnumerateArray().Select(episode => episode.GetProperty("id").GetInt32()));

        sonarr.ImportUnannounced([second], File("S01E02.mkv"));
        Assert.Equal(2, Assert.Single(sonarr.Files).Episodes[0].EpisodeNumber);
    }

    [Fact]
    public async Task The_statistics_count_episodes_and_the_specials_are_a_season()
    {
        sonarr.Add([Episode(0, 1)], File("Specials/1.mkv"));
        sonarr.Add([Episode(1, 1), Episode(1, 2)], File("Season 1/1.mkv"));
        Episode(1, 3);
        sonarr.AddEpisode(series, 2, 1, "Not yet", one => one with { Aired = DateTimeOffset.MaxValue });
        sonarr.AddEpisode(series, 2, 2, "Not wanted", one => one with { Monitored = false });

        var told = (await reader.GetAsync("series"))[0];

        Assert.Equal((4, 3, 6), Counts(told));
        Assert.Equal([(1, 1, 1), (3, 2, 3), (0, 0, 2)], told.GetProperty("seasons").EnumerateArray().Select(Counts));
        Assert.Equal([false, true, true], told.GetProperty("seasons").EnumerateArray().Select(season => season.GetProperty("monitored").GetBoolean()));
        Assert.Equal((2, false), (told.GetProperty("statistics").GetProperty("seasonCount").GetInt32(), told.GetProperty("ended").GetBoolean()));

        static (int Wanted, int Held, int All) Counts(JsonElement of) =>
            of.GetProperty("statistics") is var all ? (Number(all, "episodeCount"), Number(all, "episodeFileCount"), Number(all, "totalEpisodeCount")) : default;

        static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_season_is_searched_episode_by_episode()
    {
        Episode(1, 1);
        Episode(2, 1);
        Episode(2, 2);
        await reader.PostAsync("command", new() { ["name"] = "SeasonSearch", ["seriesId"] = 1, ["seasonNumber"] = 2 });
        await reader.PostAsync("command", new() { ["name"] = "EpisodeSearch", ["episodeIds"] = new System.Text.Json.Nodes.JsonArray(1) });

        Assert.Equal(["1 2: 2 3", "0 : 1"], sonarr.Commands.Select(command => $"{command.SubjectId} {command.SeasonNumber}: {string.Join(' ', command.Searched)}"));
    }

    [Fact]
    public async Task A_series_that_is_deleted_is_not_found()
    {
        sonarr.ImportUnannounced([Episode(1, 1)], File("1.mkv"));
        sonarr.Remove(series);

        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusAsync("episodefile?seriesId=1"));
        Assert.Equal(HttpStatusCode.InternalServerError, await reader.StatusAsync("episodefile?episodeFileIds=1"));
        Assert.Equal(0, (await reader.GetAsync("episode?seriesId=1")).GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, await reader.StatusAsync("episode"));
    }

    [Fact]
    public async Task A_run_time_loses_the_days()
    {
        sonarr.Add([Episode(1, 1)], File("1.mkv") with { Media = new() { Runtime = new(1, 0, 43, 12) } });
        Assert.Equal("43:12", (await reader.GetAsync("episodefile?seriesId=1"))[0].GetProperty("mediaInfo").GetProperty("runTime").GetString());
    }

    private static Import File(string path) => Import.Virtual(path, 1_000, "WEBDL-1080p");

    private Episode Episode(int season, int number) => sonarr.AddEpisode(series, season, number, $"Number {number}");
}
