using System.Text.Json;

namespace ArrFunctions.MediaServers;

/// <summary>Jellyfin and Emby: <c>POST Library/Media/Updated</c> names the file itself.</summary>
internal sealed class UpdatedMediaClient(MediaServer server, MediaServerHttp http) : IMediaServerClient
{
    public async Task<string> TellAsync(string localPath, CancellationToken cancellationToken)
    {
        var path = FolderPair.Map(server.PathMappings, localPath);
        var update = JsonSerializer.Serialize(new([new(path, "Modified")]), MediaServerJson.Default.UpdatedMedia);
        var reply = await http.SendAsync(HttpMethod.Post, "Library/Media/Updated", update, cancellationToken);
        return reply.IsPage
            ? throw new MediaServerException($"{server} is not what answers at {server.Url.OriginalString}, which sent a page: check {server.Variable}__Url")
            : $"{server} was told that {path} has changed";
    }
}
