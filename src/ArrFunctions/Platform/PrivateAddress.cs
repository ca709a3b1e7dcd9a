using System.Net;

namespace ArrFunctions.Platform;

/// <summary>Addresses of this machine and of one's own network (RFC 1918, RFC 4193), which nobody outside can listen to.</summary>
internal static class PrivateAddress
{
    private static readonly IPNetwork[] Networks = [.. ((string[])["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"]).Select(static text => IPNetwork.Parse(text))];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || Networks.Any(network => network.Contains(plain));
    }
}
