using System.Net;
using System.Net.Sockets;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>Connects to a source by the addresses that its name has now, also after a redirect, and never to one that only this machine's own link or its cloud answers.</summary>
internal static class SourceConnection
{
    /// <summary>The metadata service of a cloud, outside the link-local range.</summary>
    private static readonly IPAddress Metadata = IPAddress.Parse("fd00:ec2::254");

    public static async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = (await Dns.GetHostAddressesAsync(host, cancellationToken)).Where(IsAllowed).ToArray();
        if (addresses is [])
        {
            throw new SourceException("its address is link-local, and that is never asked");
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

    /// <summary>Not 169.254.0.0/16 nor fe80::/10, however they are written.</summary>
    public static bool IsAllowed(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !address.IsIPv6LinkLocal && !address.Equals(Metadata) && address.GetAddressBytes() is not [169, 254, _, _];
    }
}
