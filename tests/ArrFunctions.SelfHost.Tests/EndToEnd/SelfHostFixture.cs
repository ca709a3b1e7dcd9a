using ArrFunctions.Demo.Servarr;
using ArrFunctions.SelfHost.Tests.Service;

namespace ArrFunctions.SelfHost.Tests.EndToEnd;

/// <summary>The embedded host in a process of its own, with a Sonarr, a Radarr and a Prowlarr that are played.</summary>
public sealed class SelfHostFixture : HostFixture
{
    private readonly ServiceFolder folder = new();
    private FakeProwlarr? prowlarr;
    private FakeSonarr? sonarr;
    private FakeRadarr? radarr;
    private ServiceProcess? service;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        prowlarr = await FakeProwlarr.StartAsync(new() { Folder = folder.Media }, Cancellation);
        sonarr = await FakeSonarr.StartAsync(new() { Folder = folder.Media }, Cancellation);
        radarr = await FakeRadarr.StartAsync(new() { Folder = folder.Media }, Cancellation);
        Indexers = ["Far Harbour", "Near Harbour"];
        foreach (var name in Indexers)
        {
            prowlarr.AddIndexer(name, new(name));
        }

        service = await folder.StartAsync(
            ("Audio__Languages", "jpn"), ("Access__BatchPerMinute", "1000"), ("PROWLARR_URL", prowlarr.Url.OriginalString), ("PROWLARR_API_KEY", prowlarr.ApiKey), ("SONARR_URL", sonarr.Url.OriginalString),
            ("SONARR_API_KEY", sonarr.ApiKey), ("RADARR_URL", radarr.Url.OriginalString), ("RADARR_API_KEY", radarr.ApiKey));
        (Address, Key, Media, MediaThere) = (service.Address, ServiceClient.InitialKey(folder.Data), folder.Media, folder.Media);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var part in (IAsyncDisposable?[])[service, prowlarr, sonarr, radarr])
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }

        folder.Dispose();
    }
}
