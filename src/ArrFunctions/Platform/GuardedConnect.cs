using System.Net;
using System.Net.Sockets;

namespace ArrFunctions.Platform;

/// <summary>How every client of the product connects: to the addresses that the name has now and that are allowed, so that no later answer of the name server leads elsewhere.</summary>
internal static class GuardedConnect
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="ForbiddenAddressException">The name has no other address.</exception>
    public static ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken) => OpenAsync(context.DnsEndPoint, cancellationToken);

    /// <inheritdoc cref="OpenAsync(SocketsHttpConnectionContext, CancellationToken)"/>
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint place, CancellationToken cancellationToken)
    {
        var addresses = (await Dns.GetHostAddressesAsync(place.Host, cancellationToken)).Where(address => !ForbiddenAddress.Is(address)).ToArray();
        if (addresses is [])
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, place.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
