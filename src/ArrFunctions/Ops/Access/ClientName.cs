using System.Net;
using System.Net.Sockets;

namespace ArrFunctions.Ops.Access;

/// <summary>What stands for a client: its address. Of IPv6 the network, as one household or server has a whole /64 to choose addresses from.</summary>
internal static class ClientName
{
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily is not AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(plain))
        {
            return plain.ToString();
        }

        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
