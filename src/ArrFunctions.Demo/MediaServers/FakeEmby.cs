using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ArrFunctions.Demo.MediaServers;

/// <summary>An Emby; its routes are there with and without <c>/emby</c>.</summary>
public sealed class FakeEmby : FakeMediaServer
{
    private FakeEmby()
    {
    }

    public static async Task<FakeEmby> StartAsync(CancellationToken cancellationToken = default)
    {
        var emby = new FakeEmby();
        await emby.ListenAsync(cancellationToken);
        return emby;
    }

    private protected override bool HasKey(HttpRequest request) => request.Headers["X-Emby-Token"] == ApiKey;

    private protected override void Map(WebApplication routes)
    {
        routes.MapPost("/Library/Media/Updated", static () => Results.NoContent());
        routes.MapPost("/emby/Library/Media/Updated", static () => Results.NoContent());
        routes.MapGet("/System/Info", static () => Results.Text("""{"ServerName":"emby","Version":"4.8.11.0"}""", "application/json"));
    }
}
