namespace ArrFunctions.MediaServers;

/// <summary>Asks a media server once for what only a right key gets; nothing changes there.</summary>
internal static class MediaServerProbe
{
    /// <returns>A sentence about what is wrong; null: nothing is.</returns>
    public static async Task<string?> FaultAsync(MediaServer server, TimeProvider time, CancellationToken cancellationToken)
    {
        using var http = new MediaServerHttp(server, time);
        try
        {
            var reply = await http.SendAsync(HttpMethod.Get, server.Kind is MediaServerKind.Plex ? "library/sections" : "System/Info", json: null, cancellationToken);
            return reply.IsPage ? $"{server} is not what answers at {server.Url.OriginalString}, which sent a page: check {server.Variable}__Url" : null;
        }
        catch (MediaServerException failure)
        {
            return failure.Message;
        }
    }
}
