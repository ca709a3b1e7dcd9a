using System.Net;

namespace ArrFunctions.MediaServers;

/// <summary>What a media server answered.</summary>
internal sealed record MediaServerReply(HttpStatusCode Status, string Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>A page for people: another program, or a proxy that asks somebody to sign in.</summary>
    public bool IsPage => Body.AsSpan().TrimStart().StartsWith("<");
}
