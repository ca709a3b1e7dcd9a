using System.Net;
using System.Net.Sockets;

namespace ArrFunctions.Platform;

/// <summary>How every client of the product connects: to the addresses that the name has now and that are allowed, so that no later answer of the name server leads elsewhere.</summary>
internal static class GuardedConnect
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ForbiddenAddressException">The name has no other address.</exception>
    public static async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = (await Dns.GetHostAddressesAsync(host, cancellationToken)).Where(address => !ForbiddenAddress.Is(address)).ToArray();
        if (addresses is [])
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
