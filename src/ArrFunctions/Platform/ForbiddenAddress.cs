using System.Net;
using System.Net.Sockets;

namespace ArrFunctions.Platform;

/// <summary>Addresses that no configured URL may lead to: what only this machine's own link or its cloud answers, and what is no single host. Private networks and loopback are where this product lives.</summary>
internal static class ForbiddenAddress
{
    private static readonly IPNetwork[] Networks =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", // this network, link-local with 169.254.169.254, multicast and all above it with broadcast
            "100.100.100.200/32", "168.63.129.16/32", "192.0.0.192/32", // metadata of clouds outside the link-local range
            "::/128", "fe80::/10", "ff00::/8", "fd00:ec2::254/128", "fd20:ce::254/128",
        ]).Select(static text => IPNetwork.Parse(text)),
    ];

    /// <summary>Networks of IPv6 whose addresses hold one of IPv4, and where in it.</summary>
    private static readonly (IPNetwork Network, int Offset)[] Embedding =
    [
        (IPNetwork.Parse("::ffff:0:0/96"), 12), // IPv4-mapped
        (IPNetwork.Parse("::ffff:0:0:0/96"), 12), // IPv4-translated
        (IPNetwork.Parse("64:ff9b::/96"), 12), // NAT64
        (IPNetwork.Parse("64:ff9b:1::/48"), 12), // NAT64 of one's own
        (IPNetwork.Parse("2002::/16"), 2), // 6to4
        (IPNetwork.Parse("::/96"), 12), // IPv4-compatible
    ];

    public static bool Is(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
        {
            return false;
        }

        if (Networks.Any(network => network.Contains(address)))
        {
            return true;
        }

        return address.AddressFamily is AddressFamily.InterNetworkV6 && Embedding.Any(form =>
            form.Network.Contains(address) && Is(new IPAddress(address.GetAddressBytes().AsSpan(form.Offset, 4))));
    }

    /// <summary>Whether an URL names one, in any way of writing it; what a name leads to is seen when it is connected to.</summary>
    public static bool Is(Uri url) =>
        url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 && IPAddress.TryParse(url.IdnHost, out var address) && Is(address);
}
