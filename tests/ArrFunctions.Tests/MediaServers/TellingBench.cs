using ArrFunctions.Demo.MediaServers;
using ArrFunctions.MediaServers;
using ArrFunctions.Tests.Ops.Access;
using Microsoft.Extensions.Logging;

namespace ArrFunctions.Tests.MediaServers;

/// <summary>A fake media server of each kind, what tells them, and everything that it logs.</summary>
internal sealed class TellingBench : IAsyncDisposable
{
    public const string Film = "/data/films/Café & Söhne (2019)/Café.mkv";

    private readonly ILoggerFactory logging;
    private MediaServerTelling? telling;

    private TellingBench(FakePlex plex, FakeJellyfin jellyfin, FakeEmby emby)
    {
        (Plex, Jellyfin, Emby) = (plex, jellyfin, emby);
        logging = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
    }

    public FakePlex Plex { get; }

    public FakeJellyfin Jellyfin { get; }

    public FakeEmby Emby { get; }

    public LogLines Logs { get; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public static async Task<TellingBench> StartAsync(TimeProvider? time = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        return new(
            await FakePlex.StartAsync([["/media"], ["/media/films", "/other"], ["/media/films-4k"]], cancellation),
            await FakeJellyfin.StartAsync(cancellation),
            await FakeEmby.StartAsync(cancellation)) { Time = time ?? TimeProvider.System };
    }

    public MediaServer Server(FakeMediaServer fake, string? key = null, string urlBase = "", params FolderPair[] pairs)
    {
        var kind = fake == Plex ? MediaServerKind.Plex : fake == Jellyfin ? MediaServerKind.Jellyfin : MediaServerKind.Emby;
        return new()
        {
            Kind = kind,
            Name = kind.ToString().ToLowerInvariant(),
            Url = new($"{fake.Url.OriginalString.TrimEnd('/')}{urlBase}"),
            ApiKey = key ?? fake.ApiKey,
            PathMappings = pairs is [] ? [new("/data", "/media")] : pairs,
            Variable = "MediaServers__0",
        };
    }

    /// <summary>Tells these servers; a second call is made by the same teller.</summary>
    public async Task<IReadOnlyList<Told>> TellAsync(params MediaServer[] servers)
    {
        telling ??= new(new MediaServerOptions { Servers = servers }, Time, logging.CreateLogger<MediaServerTelling>());
        return await telling.TellAsync(Film, TestContext.Current.CancellationToken);
    }

    /// <summary>Tells one server.</summary>
    public async Task<Told> TellOneAsync(MediaServer server) => Assert.Single(await TellAsync(server));

    public async ValueTask DisposeAsync()
    {
        telling?.Dispose();
        logging.Dispose();
        await Plex.DisposeAsync();
        await Jellyfin.DisposeAsync();
        await Emby.DisposeAsync();
    }
}
