using System.Text.Json;
using ArrFunctions.Demo.MediaServers;
using ArrFunctions.MediaServers;
using ArrFunctions.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace ArrFunctions.Tests.MediaServers;

public sealed class MediaServerTellingTests
{
    private const string FilmThere = "/media/films/Café & Söhne (2019)/Café.mkv";

    [Fact]
    public async Task Jellyfin_and_Emby_are_told_of_the_file_itself()
    {
        await using var bench = await TellingBench.StartAsync();

        var told = await bench.TellAsync(bench.Server(bench.Jellyfin), bench.Server(bench.Emby));

        Assert.Equal(
            [new("jellyfin", IsDone: true, $"Jellyfin 'jellyfin' was told that {FilmThere} has changed"), new("emby", IsDone: true, $"Emby 'emby' was told that {FilmThere} has changed")],
            told);
        Assert.All((FakeMediaServer[])[bench.Jellyfin, bench.Emby], fake =>
        {
            var request = Assert.Single(fake.Requests);
            Assert.Equal(("POST", "/Library/Media/Updated"), (request.Method, request.Target));
            var update = Assert.Single(JsonElement.Parse(request.Body).GetProperty("Updates").EnumerateArray());
            Assert.Equal((FilmThere, "Modified"), (update.GetProperty("Path").GetString(), update.GetProperty("UpdateType").GetString()));
        });
    }

    [Fact]
    public async Task Emby_is_told_below_its_prefix_too()
    {
        await using var bench = await TellingBench.StartAsync();

        Assert.True((await bench.TellOneAsync(bench.Server(bench.Emby, urlBase: "/emby"))).IsDone);
        Assert.Equal("/emby/Library/Media/Updated", bench.Emby.Requests.Single().Target);
    }

    [Fact]
    public async Task Plex_looks_again_at_the_folder_in_the_library_with_the_deepest_location()
    {
        await using var bench = await TellingBench.StartAsync();

        var told = await bench.TellOneAsync(bench.Server(bench.Plex));

        Assert.Equal(new("plex", IsDone: true, "Plex 'plex' looks again at /media/films/Café & Söhne (2019)"), told);
        Assert.Equal(
            ["GET /library/sections", "GET /library/sections/2/refresh?path=%2Fmedia%2Ffilms%2FCaf%C3%A9%20%26%20S%C3%B6hne%20%282019%29"],
            bench.Plex.Requests.Select(request => request.ToString()));
    }

    [Fact]
    public async Task The_libraries_of_Plex_are_asked_for_again_after_ten_minutes()
    {
        var clock = new ManualTimeProvider();
        await using var bench = await TellingBench.StartAsync(clock);
        var server = bench.Server(bench.Plex);
        await bench.TellOneAsync(server);
        clock.Advance(TimeSpan.FromMinutes(9));
        await bench.TellOneAsync(server);
        Assert.Equal(1, Lists());
        clock.Advance(TimeSpan.FromMinutes(1));
        await bench.TellOneAsync(server);
        Assert.Equal(2, Lists());

        int Lists() => bench.Plex.Requests.Count(request => request.Target == "/library/sections");
    }

    [Fact]
    public async Task A_file_that_no_library_of_Plex_holds_is_told_with_the_setting_that_helps()
    {
        await using var bench = await TellingBench.StartAsync();

        var told = await bench.TellOneAsync(bench.Server(bench.Plex, pairs: new FolderPair("/data", "/data/media")));

        Assert.False(told.IsDone);
        Assert.Equal(
            "Plex 'plex' has no library that holds /data/media/films/Café & Söhne (2019), its libraries lie in /media, /media/films, /other, /media/films-4k: "
            + "set MediaServers__0__PathMappings__0 to the folder here, = and the folder there, such as /data/tv=/media/tv",
            told.Sentence);
        Assert.Single(bench.Plex.Requests);
    }

    [Fact]
    public async Task One_that_fails_does_not_keep_the_others_from_being_told()
    {
        await using var bench = await TellingBench.StartAsync();
        await bench.Plex.StopAsync(TestContext.Current.CancellationToken);

        var told = await bench.TellAsync(bench.Server(bench.Plex), bench.Server(bench.Jellyfin), bench.Server(bench.Emby, key: "wrong"));

        Assert.Equal([false, true, false], told.Select(one => one.IsDone));
        Assert.Equal(["plex", "jellyfin", "emby"], told.Select(one => one.Whom));
    }

    [Fact]
    public async Task Without_a_media_server_nobody_is_told()
    {
        using var telling = new MediaServerTelling(new MediaServerOptions(), TimeProvider.System, NullLogger<MediaServerTelling>.Instance);

        Assert.Empty(await telling.TellAsync(TellingBench.Film, TestContext.Current.CancellationToken));
    }
}
