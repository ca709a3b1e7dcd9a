using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.MediaServers;

/// <summary>A Jellyfin that takes its key in the one header that newer versions take it in.</summary>
public sealed class FakeJellyfin : FakeMediaServer
{
    private FakeJellyfin()
    {
    }

    public static async Task<FakeJellyfin> StartAsync(CancellationToken cancellationToken = default)
    {
        var jellyfin = new FakeJellyfin();
        await jellyfin.ListenAsync(cancellationToken);
        return jellyfin;
    }

    private protected override bool HasKey(HttpRequest request) => request.Headers.Authorization == $"MediaBrowser Token=\"{ApiKey}\"";

    private protected override void Map(WebApplication routes)
    {
        routes.MapPost("/Library/Media/Updated", static () => Results.NoContent());
        routes.MapGet("/System/Info", static () => Results.Text("""{"ProductName":"Jellyfin Server","Version":"10.10.7"}""", "application/json"));
    }
}
