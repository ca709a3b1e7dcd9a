using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ArrFunctions.Demo.MediaServers;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Tmdb;

namespace ArrFunctions.SelfHost.Tests.Service;

/// <summary>One running service with all that it meets in a house: Radarr, Sonarr, TMDB and Jellyfin, each of which sees the media elsewhere.</summary>
public sealed class ServiceHouse : IAsyncLifetime
{
    private ServiceProcess service = null!;

    internal ServiceFolder Folder { get; } = new();

    internal FakeRadarr Radarr { get; private set; } = null!;

    internal FakeSonarr Sonarr { get; private set; } = null!;

    internal FakeTmdb Tmdb { get; private set; } = null!;

    internal FakeJellyfin Jellyfin { get; private set; } = null!;

    internal ServiceClient Client { get; private set; } = null!;

    internal Uri Address => service.Address;

    internal string Key => ServiceClient.InitialKey(Folder.Data);

    /// <summary>What the service and the commands are told of the others.</summary>
    internal (string Name, string Value)[] Settings =>
    [
        ("RADARR_URL", Radarr.Url.OriginalString), ("RADARR_API_KEY", Radarr.ApiKey), ("SONARR_URL", Sonarr.Url.OriginalString), ("SONARR_API_KEY", Sonarr.ApiKey),
        ("Servarr__PathMappings__0__From", "/movies"), ("Servarr__PathMappings__0__To", Path.Combine(Folder.Media, "movies")),
        ("Servarr__PathMappings__1__From", "/tv"), ("Servarr__PathMappings__1__To", Path.Combine(Folder.Media, "tv")),
        ("Tmdb__Url", Tmdb.Url.OriginalString), ("Tmdb__AccessToken", Tmdb.AccessToken),
        ("MediaServers__0__Kind", "jellyfin"), ("MediaServers__0__Url", Jellyfin.Url.OriginalString), ("MediaServers__0__ApiKey", Jellyfin.ApiKey),
        ("MediaServers__0__PathMappings", $"{Folder.Media}=/library"), ("Audio__Fallback__Tools", "mkvmerge"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Radarr = await FakeRadarr.StartAsync(new() { Folder = Path.Combine(Folder.Media, "movies"), RootFolder = "/movies" }, Cancellation);
        Sonarr = await FakeSonarr.StartAsync(new() { Folder = Path.Combine(Folder.Media, "tv"), RootFolder = "/tv" }, Cancellation);
        Tmdb = await FakeTmdb.StartAsync(Cancellation);
        Jellyfin = await FakeJellyfin.StartAsync(Cancellation);
        service = await Folder.StartAsync(Settings);
        Client = ServiceClient.Of(service, Folder.Data);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        await Radarr.DisposeAsync();
        await Sonarr.DisposeAsync();
        await Tmdb.DisposeAsync();
        await Jellyfin.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>A film whose default track is English, and where it lies.</summary>
    internal (ServiceFilm Film, LibraryFile File, Movie Movie) AddMovie(string title, ServarrLanguage original, Func<Movie, Movie>? with = null)
    {
        var film = Folder.Film($"movies/{title} (2019)/film.mkv");
        var movie = Radarr.AddMovie(title, 2019, original, with);
        return (film, Radarr.Add(movie, Import()), movie);
    }

    /// <inheritdoc cref="AddMovie"/>
    internal (ServiceFilm Film, LibraryFile File, Series Series) AddEpisode(string title, ServarrLanguage original, Func<Series, Series>? with = null)
    {
        var film = Folder.Film($"tv/{title}/film.mkv");
        var series = Sonarr.AddSeries(title, 2019, original, with);
        return (film, Sonarr.Add([Sonarr.AddEpisode(series, 1, 1, "Pilot")], Import()), series);
    }

    internal static Import Import() => new() { RelativePath = "film.mkv", Languages = [ServarrLanguage.English, ServarrLanguage.Japanese] };

    /// <summary>Posts the event of an import that tells neither a language nor tags, as older versions do.</summary>
    /// <returns>The id of its job.</returns>
    internal async Task<string> AnnounceAsync(LibraryFile file, JsonObject subject)
    {
        var isMovie = file.Episodes.Count == 0;
        var body = new JsonObject
        {
            ["eventType"] = "Download",
            ["downloadId"] = $"{isMovie} {file.Id}",
            [isMovie ? "movie" : "series"] = subject,
            [isMovie ? "movieFile" : "episodeFile"] = new JsonObject { ["id"] = file.Id, ["path"] = file.Path, ["size"] = file.Size },
        };
        var (status, answer) = await Client.PostAsync(isMovie ? "api/webhook/radarr" : "api/webhook/sonarr", body.ToJsonString());
        Assert.Equal(HttpStatusCode.Accepted, status);
        return answer.GetProperty("jobIds")[0].GetString()!;
    }

    /// <summary>The paths of one title that Jellyfin was told of.</summary>
    internal IEnumerable<string?> ToldJellyfin(string title) => Jellyfin.Requests
        .Select(request => JsonElement.Parse(request.Body).GetProperty("Updates").EnumerateArray().Select(update => update.GetProperty("Path").GetString()))
        .SelectMany(paths => paths)
        .Where(path => path!.Contains(title, StringComparison.Ordinal));
}
