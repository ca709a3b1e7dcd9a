using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ArrFunctions.Demo.MediaServers;
using ArrFunctions.Ops.Configuration;

namespace ArrFunctions.Tests.Ops.Configuration;

public sealed class ConfigurationConnectionsTests : IDisposable
{
    private readonly Configured configured = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => configured.Dispose();

    [Fact]
    public async Task A_media_server_that_answers_with_a_right_key_is_fine_and_nothing_changes_there()
    {
        await using var plex = await FakePlex.StartAsync([["/media"]], Cancellation);
        await using var jellyfin = await FakeJellyfin.StartAsync(Cancellation);
        await using var emby = await FakeEmby.StartAsync(Cancellation);

        Assert.Empty(await CheckAsync($"MediaServers:{Entry("plex", plex)}{Entry("jellyfin", jellyfin)}{Entry("emby", emby)}\n"));

        FakeMediaServer[] all = [plex, jellyfin, emby];
        Assert.All(all, static server => Assert.Equal("GET", Assert.Single(server.Requests).Method));
    }

    [Fact]
    public async Task A_media_server_that_refuses_the_key_is_told_with_its_line_and_without_the_key()
    {
        await using var plex = await FakePlex.StartAsync([["/media"]], Cancellation);
        await using var jellyfin = await FakeJellyfin.StartAsync(Cancellation);

        var findings = await CheckAsync($"MediaServers:{Entry("plex", plex, "wrong-0123456789")}{Entry("jellyfin", jellyfin, "wrong-0123456789")}\n");

        Assert.Equal([("connectionFailed", 2), ("connectionFailed", 3)], findings.Select(static finding => (finding.Code, finding.Line ?? 0)));
        Assert.All(findings, static finding => Assert.Contains("refused", finding.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("wrong-0123456789", string.Join('\n', findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_media_server_that_is_down_is_told()
    {
        var findings = await CheckAsync($"MediaServers:\n  - {{Kind: emby, Url: 'http://127.0.0.1:{FreePort()}', ApiKey: k}}\n");

        Assert.Contains("cannot be reached", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_does_not_listen_is_told_with_its_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Assert.Empty(await CheckAsync(Collector(((IPEndPoint)listener.LocalEndpoint).Port)));
        listener.Stop();

        var finding = Assert.Single(await CheckAsync(Collector(FreePort())));
        Assert.Equal(("connectionFailed", "Otlp:Endpoint", 2L), (finding.Code, finding.Key, finding.Line));
    }

    [Fact]
    public async Task An_instance_that_is_down_is_told_with_its_line()
    {
        var finding = Assert.Single(await CheckAsync($"RADARR_API_KEY: k\nRADARR_URL: http://127.0.0.1:{FreePort()}\n"));

        Assert.Equal(("connectionFailed", "RADARR_URL", 2L), (finding.Code, finding.Key, finding.Line));
    }

    private static string Collector(int port) => string.Create(CultureInfo.InvariantCulture, $"Otlp:\n  Endpoint: http://127.0.0.1:{port}\n");

    private static string Entry(string kind, FakeMediaServer server, string? key = null) => $"\n  - {{Kind: {kind}, Url: '{server.Url.OriginalString}', ApiKey: {key ?? server.ApiKey}}}";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<IReadOnlyList<Finding>> CheckAsync(string yaml) =>
        new ConfigurationConnections(TimeProvider.System).CheckAsync(Configured.Valid(configured.Yaml(yaml)), Cancellation);
}
