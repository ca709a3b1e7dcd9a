using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ArrFunctions.SelfHost.Service;

/// <summary>What one connection may ask of the server. The limit of a body is its route's.</summary>
internal static class ServerLimits
{
    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxRequestLineSize = 8 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 100;

        // Who sends a request byte by byte keeps its connection for ten seconds, and its body for five and as long as 240 bytes a second come.
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }
}
