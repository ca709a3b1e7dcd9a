using System.Text.Json;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Dashboard;

/// <summary>A service with its dashboard, and a Radarr, a Sonarr and a Prowlarr that it may be told of.</summary>
internal sealed class DashboardHouse : IAsyncDisposable
{
    private ServiceProcess service = null!;
    private (string Name, string Value)[] settings = [];

    public ServiceFolder Folder { get; }

    public FakeRadarr Radarr { get; private init; } = null!;

    public FakeSonarr Sonarr { get; private init; } = null!;

    public FakeProwlarr Prowlarr { get; private init; } = null!;

    public Uri Address => service.Address;

    public string Key => ServiceClient.InitialKey(Folder.Data);

    public string Movies => Path.Combine(Folder.Media, "movies");

    public string Tv => Path.Combine(Folder.Media, "tv");

    /// <summary>What a service is told that knows all three.</summary>
    public (string Name, string Value)[] Instances =>
    [
        ("RADARR_URL", Radarr.Url.OriginalString), ("RADARR_API_KEY", Radarr.ApiKey), ("SONARR_URL", Sonarr.Url.OriginalString), ("SONARR_API_KEY", Sonarr.ApiKey),
        ("PROWLARR_URL", Prowlarr.Url.OriginalString), ("PROWLARR_API_KEY", Prowlarr.ApiKey), ("Indexers__Heal__DryRun", "false"), ("Tmdb__Enabled", "false"),
        ("Servarr__PathMappings__0__From", "/movies"), ("Servarr__PathMappings__0__To", Movies), ("Servarr__PathMappings__1__From", "/tv"), ("Servarr__PathMappings__1__To", Tv),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The service does not run before <see cref="StartAsync"/>.</summary>
    /// <param name="prowlarr">With what it has behind it; null: a new one.</param>
    public static async Task<DashboardHouse> BuildAsync(FakeProwlarr? prowlarr = null)
    {
        BrowserScenario.SkipWithoutBrowser();
        var folder = new ServiceFolder();
        var house = new DashboardHouse(folder)
        {
            Radarr = await FakeRadarr.StartAsync(new() { Folder = Path.Combine(folder.Media, "movies"), RootFolder = "/movies" }, Cancellation),
            Sonarr = await FakeSonarr.StartAsync(new() { Folder = Path.Combine(folder.Media, "tv"), RootFolder = "/tv" }, Cancellation),
            Prowlarr = prowlarr ?? await FakeProwlarr.StartAsync(new(), Cancellation),
        };
        Directory.CreateDirectory(house.Movies);
        Directory.CreateDirectory(house.Tv);
        return house;
    }

    private DashboardHouse(ServiceFolder folder) => Folder = folder;

    public ServiceClient Client() => ServiceClient.Of(service, Folder.Data);

    public async Task StartAsync(params (string Name, string Value)[] with)
    {
        settings = [("Audio__DryRun", "false"), ("Audio__Roots", Folder.Media), .. with];
        service = await ServiceProcess.StartAsync(Folder.Data, settings);
    }

    /// <summary>As it comes: nobody has told it anything.</summary>
    public async Task StartUnconfiguredAsync() => service = await ServiceProcess.StartAsync(Folder.Data, settings);

    public Task StopAsync() => service.StopAsync();

    /// <summary>At the address that it had.</summary>
    public async Task StartAgainAsync()
    {
        var address = Address;
        await service.DisposeAsync();
        service = await ServiceProcess.StartAsync(["--data", Folder.Data, "--urls", address.AbsoluteUri.TrimEnd('/')], settings);
    }

    /// <summary>A key of its own.</summary>
    public async Task<(string Id, string Key)> MakeKeyAsync(string name, string role)
    {
        using var client = Client();
        var (_, made) = await client.PostAsync("api/keys", JsonSerializer.Serialize(new { name, role }));
        return (made.GetProperty("id").GetString()!, made.GetProperty("key").GetString()!);
    }

    /// <summary>Radarr and Sonarr tell the service of what they import.</summary>
    public async Task ConnectAsync()
    {
        foreach (var (name, fake) in new[] { ("radarr", (FakeLibrary)Radarr), ("sonarr", Sonarr) })
        {
            var (_, key) = await MakeKeyAsync(name, "webhook");
            fake.Connection = new(new Uri(Address, $"api/webhook/{name}")) { UserName = name, Password = key };
        }
    }

    /// <summary>A film whose default track is English and whose original language is Japanese; Radarr has it.</summary>
    public (ServiceFilm Film, Movie Movie, Import Import) Film(string title)
    {
        var movie = Radarr.AddMovie(title, 2019, ServarrLanguage.Japanese);
        return (Folder.Film($"movies/{movie.Folder}/film.mkv"), movie, ServiceHouse.Import());
    }

    /// <summary>The same, and everybody is told.</summary>
    public async Task<ServiceFilm> ImportAsync(string title)
    {
        var (film, movie, import) = Film(title);
        await Radarr.ImportAsync(movie, import, Cancellation);
        return film;
    }

    public BrowserScenario Scenario() => new(Address, Key);

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        foreach (var fake in (FakeServarr[])[Radarr, Sonarr, Prowlarr])
        {
            await fake.DisposeAsync();
        }

        Folder.Dispose();
    }
}
