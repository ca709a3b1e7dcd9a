using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Soak;

/// <summary>Two Radarrs, two Sonarrs and a Prowlarr; films on disk, and libraries whose files are on none.</summary>
internal sealed class SoakHouse : IAsyncDisposable
{
    private const int Films = 60;

    public ServiceFolder Folder { get; } = new();

    public FakeRadarr Radarr { get; private set; } = null!;

    /// <summary>Whose library is exported.</summary>
    public FakeRadarr Archive { get; private set; } = null!;

    public FakeSonarr Sonarr { get; private set; } = null!;

    public FakeSonarr Anime { get; private set; } = null!;

    public FakeProwlarr Prowlarr { get; private set; } = null!;

    /// <summary>Films that are announced; the number of one and 1 are the ids of its movie and its file.</summary>
    public IReadOnlyList<ServiceFilm> Announced { get; private set; } = null!;

    /// <summary>Films of a folder that batches work on.</summary>
    public IReadOnlyList<ServiceFilm> Batched { get; private set; } = null!;

    public string LogFile => Path.Combine(Folder.Data, "log", "soak.log");

    public string EventFile => Path.Combine(Folder.Data, "events.ndjson");

    public string BatchFolder => Path.Combine(Folder.Media, "batch");

    public (string Name, string Value)[] Settings =>
    [
        .. Instance(0, "radarr", "radarr", Radarr), .. Instance(1, "archive", "radarr", Archive), .. Instance(2, "sonarr", "sonarr", Sonarr), .. Instance(3, "anime", "sonarr", Anime),
        .. Instance(4, "prowlarr", "prowlarr", Prowlarr),
        ("Audio__Languages", "jpn"), ("Audio__Undetermined", "ignore"), ("Indexers__Heal__DryRun", "true"), ("Library__KeepExports", "5"), ("Tmdb__Enabled", "false"),
        ("Logs__Format", "json"), ("Logs__File__Path", LogFile), ("Logs__File__Size", "1MB"), ("Logs__File__Count", "1000"),
        ("Events__File", EventFile), ("Events__FileSize", "1GiB"),
        // Files that come and go within seconds are no reason to wait.
        ("Jobs__MaxAttempts", "20"),
    ];

    public static async Task<SoakHouse> StartAsync(CancellationToken cancellationToken)
    {
        var house = new SoakHouse
        {
            Radarr = await FakeRadarr.StartAsync(new(), cancellationToken),
            Archive = await FakeRadarr.StartAsync(new() { RootFolder = "/archive" }, cancellationToken),
            Sonarr = await FakeSonarr.StartAsync(new(), cancellationToken),
            Anime = await FakeSonarr.StartAsync(new() { RootFolder = "/anime" }, cancellationToken),
            Prowlarr = await FakeProwlarr.StartAsync(new(), cancellationToken),
        };
        house.Fill();
        return house;
    }

    /// <summary>The film as it was before it was worked on, in one step, as an import does it.</summary>
    public static void Renew(ServiceFilm film)
    {
        var fresh = $"{film.Path}.fresh";
        File.Copy(film.Copy, fresh, overwrite: true);
        File.Move(fresh, film.Path, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var fake in (FakeServarr[])[Radarr, Archive, Sonarr, Anime, Prowlarr])
        {
            await fake.DisposeAsync();
        }

        Folder.Dispose();
    }

    private static IEnumerable<(string, string)> Instance(int place, string name, string service, FakeServarr fake) =>
    [
        ($"Servarr__Instances__{place}__Name", name), ($"Servarr__Instances__{place}__Service", service), ($"Servarr__Instances__{place}__Url", fake.Url.OriginalString),
        ($"Servarr__Instances__{place}__ApiKey", fake.ApiKey),
    ];

    private void Fill()
    {
        Announced = [.. Enumerable.Range(0, Films).Select(number => Folder.Film($"movies/film-{number:000}.{(number % 2 == 0 ? "mkv" : "mp4")}"))];
        Batched = [.. Enumerable.Range(0, 20).Select(number => Folder.Film($"batch/film-{number:000}.{(number % 2 == 0 ? "mkv" : "mp4")}"))];
        for (var number = 0; number < Films; number++)
        {
            Radarr.AddMovie($"Film {number + 1}", 2019, ServarrLanguage.Japanese);
        }

        SampleScores.Fill(Archive, movies: 300);
        SampleScores.Fill(Anime, series: 10, episodes: 300);
        foreach (var (name, behaviour) in new[] { ("Well", TrackerBehaviour.Works()), ("Down", TrackerBehaviour.Unavailable), ("Wall", TrackerBehaviour.Captcha) })
        {
            Prowlarr.AddIndexer(name, new(name, behaviour));
        }

        Prowlarr.Connect(Sonarr);
        Prowlarr.Connect(Archive);
    }
}
