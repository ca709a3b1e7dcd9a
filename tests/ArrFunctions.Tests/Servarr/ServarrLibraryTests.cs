using ArrFunctions.Demo.Servarr;
using ArrFunctions.Metadata;
using ArrFunctions.Servarr;
using ArrFunctions.Tests.Shared;

namespace ArrFunctions.Tests.Servarr;

/// <summary>What is found of a file, by its id or by its folder.</summary>
public sealed class ServarrLibraryTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private FakeSonarr sonarr = null!;
    private FakeRadarr radarr = null!;
    private ServarrClients clients = null!;
    private ServarrLibrary library = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        sonarr = await FakeSonarr.StartAsync(new() { Folder = "/nowhere", RootFolder = "/tv" }, Cancellation);
        radarr = await FakeRadarr.StartAsync(new() { Folder = "/nowhere", RootFolder = @"D:\Movies" }, Cancellation);
        var options = new ServarrOptions
        {
            Instances =
            [
                new() { Name = "shows", Service = ServarrService.Sonarr, Url = sonarr.Url, ApiKey = sonarr.ApiKey },
                new() { Name = "films", Service = ServarrService.Radarr, Url = radarr.Url, ApiKey = radarr.ApiKey },
                new() { Name = "prowlarr", Service = ServarrService.Prowlarr, Url = radarr.Url, ApiKey = "none" },
            ],
            PathMappings = [new("/tv", "/media/tv", "shows"), new(@"D:\Movies", "/media/movies/", Instance: null)],
        };
        clients = new(options, TimeProvider.System);
        library = new(options, clients, clock);
    }

    public void Dispose() => clients.Dispose();

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await sonarr.DisposeAsync();
        await radarr.DisposeAsync();
    }

    [Fact]
    public async Task By_its_id_one_is_asked_for()
    {
        radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese, movie => movie with { TmdbId = 5, Tags = ["anime", "keep"] });

        var found = await library.FindAsync("films", 1, "/elsewhere/a.mkv", Cancellation);

        Assert.Equal(
            new() { Kind = MediaKind.Movie, Id = 1, Title = "Film", Year = 2019, TmdbId = 5, OriginalLanguage = "Japanese" }, found!.Subject with { Tags = null });
        Assert.Equal(("films", "anime keep"), (found.Instance, string.Join(' ', found.Subject.Tags!)));
        Assert.Null(await library.FindAsync("films", 2, "/media/movies/Film (2019)/a.mkv", Cancellation));
    }

    [Theory]
    [InlineData(null, "/media/tv/Show/Season 1/1.mkv", "Show")]
    [InlineData("shows", "/media/tv/Show/Season 1/1.mkv", "Show")]
    [InlineData("films", "/media/tv/Show/Season 1/1.mkv", null)]
    [InlineData("unknown", "/media/movies/Film (2019)/a.mkv", "Film")]
    [InlineData(null, "/media/tv/Show/Deep/1.mkv", "Show/Deep")]
    [InlineData(null, "/media/tv/Show/Deep/../1.mkv", "Show")]
    [InlineData(null, "/media/tv/Showing/1.mkv", null)]
    [InlineData(null, "/tv/Show/1.mkv", null)]
    public async Task By_its_path_the_deepest_folder_that_holds_it_wins(string? instance, string path, string? title)
    {
        sonarr.AddSeries("Show", 2020, ServarrLanguage.German, series => series with { Type = "anime", TvdbId = 7, Tags = [] });
        sonarr.AddSeries("Show/Deep", 2021, ServarrLanguage.French);
        radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese);

        var found = await library.FindAsync(instance, id: null, path, Cancellation);

        Assert.Equal(title, found?.Subject.Title);
        if (title == "Show")
        {
            Assert.Equal((MediaKind.Series, 7, "anime", 0), (found!.Subject.Kind, found.Subject.TvdbId!.Value, found.Subject.SeriesType!, found.Subject.Tags!.Count));
        }
    }

    [Fact]
    public async Task The_lists_are_kept_for_ten_minutes()
    {
        Assert.Null(await library.FindAsync(instance: null, id: null, "/media/tv/Show/1.mkv", Cancellation));
        sonarr.AddSeries("Show", 2020, ServarrLanguage.German);

        clock.Advance(InstanceLibrary.Age - TimeSpan.FromSeconds(1));
        Assert.Null(await library.FindAsync(instance: null, id: null, "/media/tv/Show/1.mkv", Cancellation));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await library.FindAsync(instance: null, id: null, "/media/tv/Show/1.mkv", Cancellation));
    }

    [Fact]
    public async Task A_tag_that_was_made_a_moment_ago_has_its_label()
    {
        sonarr.AddSeries("Show", 2020, ServarrLanguage.German);
        Assert.Equal(["demo"], (await library.FindAsync("shows", 1, "/x", Cancellation))!.Subject.Tags!);
        sonarr.AddSeries("Other", 2020, ServarrLanguage.German, series => series with { Tags = ["new"] });

        Assert.Equal(["new"], (await library.FindAsync("shows", 2, "/x", Cancellation))!.Subject.Tags!);
    }

    [Fact]
    public async Task One_that_cannot_be_asked_does_not_hide_another_that_knows()
    {
        radarr.AddMovie("Film", 2019, ServarrLanguage.Japanese);
        sonarr.Disturbance = Disturbance.RefusesKey;

        Assert.Equal("films", (await library.FindAsync(instance: null, id: null, "/media/movies/Film (2019)/a.mkv", Cancellation))!.Instance);
        var failure = await Assert.ThrowsAsync<ServarrException>(
            () => library.FindAsync(instance: null, id: null, "/media/movies/Other (2019)/a.mkv", Cancellation));
        Assert.Equal(ServarrFault.WrongKey, failure.Fault);

        sonarr.Disturbance = Disturbance.None;
        Assert.Null(await library.FindAsync(instance: null, id: null, "/media/movies/Other (2019)/a.mkv", Cancellation));
    }

    [Fact]
    public async Task Many_who_ask_at_once_are_one_reading()
    {
        var lists = 0;
        await using var server = await StubServer.StartAsync(context =>
        {
            Interlocked.Increment(ref lists);
            return StubServer.ReplyAsync(context, 200, """[{"id":1,"title":"Film","path":"/films/Film"}]""");
        });
        var options = new ServarrOptions { Instances = [server.Instance()] };
        using var only = new ServarrClients(options, TimeProvider.System);
        var asked = new ServarrLibrary(options, only, clock);

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => asked.FindAsync(instance: null, id: null, "/films/Film/a.mkv", Cancellation)));

        Assert.All(found, one => Assert.Equal("Film", one!.Subject.Title));
        Assert.Equal(1, lists);
    }
}
