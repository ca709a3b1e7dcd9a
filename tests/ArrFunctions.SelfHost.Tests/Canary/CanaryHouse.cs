using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ArrFunctions.Demo.MediaServers;
using ArrFunctions.Demo.Notifications;
using ArrFunctions.Demo.Servarr;
using ArrFunctions.Demo.Servarr.Indexers;
using ArrFunctions.Demo.Servarr.Scores;
using ArrFunctions.Demo.Tmdb;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.Canary;

/// <summary>All that a service can be connected to, each with secrets of its own.</summary>
internal sealed class CanaryHouse : IAsyncDisposable
{
    private readonly DirectoryInfo secretFiles = Directory.CreateTempSubdirectory("secrets-");

    public ServiceFolder Folder { get; } = new();

    public FakeRadarr Radarr { get; private init; } = null!;

    public FakeSonarr Sonarr { get; private init; } = null!;

    public FakeProwlarr Prowlarr { get; private init; } = null!;

    public FakeTmdb Tmdb { get; private init; } = null!;

    public FakeJellyfin Jellyfin { get; private init; } = null!;

    public HostileServarr Hostile { get; private init; } = null!;

    public FakeCollector Collector { get; private init; } = null!;

    /// <summary>Services that are notified, each with a secret in its address.</summary>
    public IReadOnlyList<(string Kind, FakeTarget Fake)> Told { get; init; } = [];

    /// <summary>Given to the service while it runs.</summary>
    public PlantedSecret Stored { get; } = PlantedSecret.New("a secret that is stored");

    /// <summary>What stored secrets are encrypted with.</summary>
    private PlantedSecret SecretKey { get; } = new("Access:SecretKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private PlantedSecret CertificatePassword { get; } = PlantedSecret.New("Http:Certificate:Password");

    /// <summary>Of senders that sign.</summary>
    public PlantedSecret SigningSecret { get; } = PlantedSecret.New("Webhooks:Secret");

    private PlantedSecret CollectorKey { get; } = PlantedSecret.New("Otlp:Headers");

    /// <summary>Of a target of notifications that nobody answers for.</summary>
    private PlantedSecret TargetPath { get; } = PlantedSecret.New("Notifications:Targets:Url");

    private PlantedSecret TargetToken { get; } = PlantedSecret.New("Notifications:Targets:Token");

    /// <summary>Of a mail server that nobody answers for.</summary>
    private PlantedSecret MailPassword { get; } = PlantedSecret.New("password of a mail server");

    /// <summary>A topic is a secret: with it anybody reads along.</summary>
    private PlantedSecret Topic { get; } = PlantedSecret.New("topic of ntfy");

    private PlantedSecret TopicToken { get; } = PlantedSecret.New("token of ntfy");

    private PlantedSecret ProxyToken { get; } = PlantedSecret.New("token before Apprise API");

    private List<PlantedSecret> Trackers { get; } = [];

    /// <summary>What no byte of anything may hold, but for what the service itself makes.</summary>
    public IEnumerable<PlantedSecret> Planted =>
    [
        new("API key of Radarr", Radarr.ApiKey), new("API key of Sonarr", Sonarr.ApiKey), new("API key of Prowlarr", Prowlarr.ApiKey),
        new("API key of TMDB", Tmdb.ApiKey), new("access token of TMDB", Tmdb.AccessToken), new("API key of Jellyfin", Jellyfin.ApiKey),
        SigningSecret, CollectorKey, SecretKey, CertificatePassword, Stored, TargetPath, TargetToken, MailPassword, Topic, TopicToken, ProxyToken, .. Told.Select(static told => new PlantedSecret($"address of {told.Kind}", told.Fake.Secret)), Hostile.Key, .. Hostile.Quoted, .. Trackers,
    ];

    public static async Task<CanaryHouse> StartAsync(CancellationToken cancellationToken)
    {
        var house = new CanaryHouse
        {
            Prowlarr = await FakeProwlarr.StartAsync(new(), cancellationToken),
            Tmdb = await FakeTmdb.StartAsync(cancellationToken),
            Jellyfin = await FakeJellyfin.StartAsync(cancellationToken),
            Hostile = await HostileServarr.StartAsync(cancellationToken),
            Collector = await FakeCollector.StartAsync(),
            Told =
            [
                ("apprise", await FakeApprise.StartAsync(cancellationToken)), ("discord", await FakeDiscord.StartAsync(cancellationToken)), ("slack", await FakeSlack.StartAsync(cancellationToken)),
                ("healthchecks", await FakeHealthchecks.StartAsync(cancellationToken)), ("kuma", await FakeKuma.StartAsync(cancellationToken)),
            ],
            Radarr = await FakeRadarr.StartAsync(new(), cancellationToken),
            Sonarr = await FakeSonarr.StartAsync(new(), cancellationToken),
        };
        house.AddIndexers();
        SampleScores.Fill(house.Radarr, movies: 20);
        return house;
    }

    /// <summary>The settings in one of the ways that there are, with every secret that can be given in that way.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings(SecretWay way)
    {
        List<(string Name, string Value)> settings =
        [
            ("Http__Certificate__Path", WriteCertificate()), ("Otlp__Endpoint", Collector.Url), ("Logs__Level", "trace"), ("Logs__File__Path", Path.Combine(Folder.Data, "log", "canary.log")),
            ("Logs__Format", way is SecretWay.Files ? "json" : "text"), ("Events__File", Path.Combine(Folder.Data, "events.ndjson")), ("Access__BatchPerMinute", "1000"),
            ("Audio__Languages", "jpn"), ("Tmdb__Url", Tmdb.Url.OriginalString), ("Indexers__Heal__DryRun", "false"),
            ("Notifications__Targets__0__Kind", "webhook"), ("Notifications__Targets__1__Kind", "ntfy"), ("Notifications__Targets__2__Kind", "smtp"),
            ("Notifications__Targets__2__From", "arr@canary.test"), ("Notifications__Targets__2__To", "me@canary.test"), ("Notifications__Targets__2__User", "house"),
            .. Told.Index().Select(static told => ($"Notifications__Targets__{told.Index + 3}__Kind", told.Item.Kind)), ("Http__PublicUrl", "http://canary.test"), ("MediaServers__0__Kind", "jellyfin"), ("MediaServers__0__Url", Jellyfin.Url.OriginalString),
            ("Servarr__Instances__0__Name", "hostile"), ("Servarr__Instances__0__Service", "sonarr"), ("Servarr__Instances__0__Url", Hostile.Url.OriginalString),
        ];
        if (way is SecretWay.Flat)
        {
            settings.AddRange([("RADARR_URL", Radarr.Url.OriginalString), ("SONARR_URL", Sonarr.Url.OriginalString), ("PROWLARR_URL", Prowlarr.Url.OriginalString)]);
        }
        else
        {
            foreach (var (place, service, url) in new[] { (1, "radarr", Radarr.Url), (2, "sonarr", Sonarr.Url), (3, "prowlarr", Prowlarr.Url) })
            {
                settings.AddRange([($"Servarr__Instances__{place}__Name", service), ($"Servarr__Instances__{place}__Service", service), ($"Servarr__Instances__{place}__Url", url.OriginalString)]);
            }
        }

        settings.AddRange(Secrets(way).Select(secret => way is SecretWay.Files ? ($"{secret.Name}_FILE", Write(secret)) : secret));
        return settings;
    }

    /// <summary>The environment variables of the secrets, and their values.</summary>
    public IReadOnlyList<(string Name, string Value)> Secrets(SecretWay way) =>
    [
        ("Access__SecretKey", SecretKey.Value), ("Http__Certificate__Password", CertificatePassword.Value),
        ("Webhooks__Secret", SigningSecret.Value), ("Otlp__Headers", $"authorization={CollectorKey.Value}"), ("MediaServers__0__ApiKey", Jellyfin.ApiKey),
        ("Servarr__Instances__0__ApiKey", Hostile.Key.Value), ("Notifications__Targets__0__Url", $"http://127.0.0.1:1/{TargetPath.Value}"), ("Notifications__Targets__0__Token", TargetToken.Value),
        ("Notifications__Targets__1__Url", $"http://127.0.0.1:1/{Topic.Value}"), ("Notifications__Targets__1__Token", TopicToken.Value),
        ("Notifications__Targets__2__Url", "smtp://127.0.0.1:1"), ("Notifications__Targets__2__Token", MailPassword.Value), ("Notifications__Targets__3__Token", ProxyToken.Value),
        .. Told.Index().Select(static told => ($"Notifications__Targets__{told.Index + 3}__Url", told.Item.Fake.Url.AbsoluteUri)),
        .. way is SecretWay.Flat
            ? (IReadOnlyList<(string, string)>)
            [
                ("RADARR_API_KEY", Radarr.ApiKey), ("SONARR_API_KEY", Sonarr.ApiKey), ("PROWLARR_API_KEY", Prowlarr.ApiKey), ("TMDB_API_KEY", Tmdb.ApiKey),
            ]
            :
            [
                ("Servarr__Instances__1__ApiKey", Radarr.ApiKey), ("Servarr__Instances__2__ApiKey", Sonarr.ApiKey), ("Servarr__Instances__3__ApiKey", Prowlarr.ApiKey),
                way is SecretWay.Files ? ("Tmdb__AccessToken", Tmdb.AccessToken) : ("Tmdb__ApiKey", Tmdb.ApiKey),
            ],
    ];

    public async ValueTask DisposeAsync()
    {
        await Radarr.DisposeAsync();
        await Sonarr.DisposeAsync();
        await Prowlarr.DisposeAsync();
        await Tmdb.DisposeAsync();
        await Jellyfin.DisposeAsync();
        await Hostile.DisposeAsync();
        await Collector.DisposeAsync();
        foreach (var (_, fake) in Told)
        {
            await fake.DisposeAsync();
        }

        Folder.Dispose();
        secretFiles.Delete(recursive: true);
    }

    private void AddIndexers()
    {
        foreach (var (name, behaviour) in new[]
        {
            ("Well", TrackerBehaviour.Works()), ("Down", TrackerBehaviour.Unavailable), ("Wall", TrackerBehaviour.Captcha), ("Refused", TrackerBehaviour.Unauthorized),
            ("Limited", TrackerBehaviour.RateLimited()), ("Gone", TrackerBehaviour.NoSuchHost), ("Wrong", TrackerBehaviour.WrongKey),
        })
        {
            Prowlarr.AddIndexer(name, Site($"managed {name}", behaviour));
            Sonarr.AddIndexer($"Own {name}", Site($"own {name}", behaviour));
        }

        Prowlarr.Connect(Sonarr);
        Prowlarr.RunRssSync();
        Sonarr.RunRssSync();
    }

    private FakeTracker Site(string name, TrackerBehaviour behaviour)
    {
        var secret = PlantedSecret.New($"key of the tracker {name}");
        Trackers.Add(secret);
        return new(name, behaviour) { ApiKey = secret.Value };
    }

    /// <summary>Its private key is encrypted with a planted password.</summary>
    private string WriteCertificate()
    {
        var file = Path.Combine(secretFiles.FullName, "certificate.pem");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=canary", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var encrypted = key.ExportEncryptedPkcs8PrivateKeyPem(CertificatePassword.Value, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{encrypted}\n");
        return file;
    }

    private string Write((string Name, string Value) secret)
    {
        var file = Path.Combine(secretFiles.FullName, secret.Name);
        File.WriteAllText(file, $"{secret.Value}\n");
        return file;
    }
}

/// <summary>How the service is told its secrets.</summary>
internal enum SecretWay
{
    /// <summary>Names of the sections.</summary>
    Sections,

    /// <summary>Flat names, where a secret has one.</summary>
    Flat,

    /// <summary>Files that the names of the sections with <c>_FILE</c> name.</summary>
    Files,
}
