using System.Diagnostics.CodeAnalysis;
using ArrFunctions.Servarr;

namespace ArrFunctions.Indexers.Discovery;

/// <summary>The address of an indexer's site.</summary>
internal static class SiteAddress
{
    /// <summary>An address with http or https, and without anything that could hold a secret.</summary>
    public static bool TryRead([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https" && address.Host.Length > 0
        && address is { UserInfo: "", Query: "", Fragment: "" } && Redaction.Redact(text, []) == text;

    /// <summary>The same for addresses of the same site: without scheme, usual port and slash at the end.</summary>
    public static string Normal(Uri address) =>
        $"{address.IdnHost.ToLowerInvariant()}{(address.IsDefaultPort ? "" : $":{address.Port}")}{address.AbsolutePath.TrimEnd('/')}";

    /// <returns>Null where it is no address.</returns>
    public static string? Normal(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) ? Normal(address) : null;

    /// <param name="hosts"><c>example.org</c>, or <c>*.example.org</c> for all below it.</param>
    public static bool IsAllowed(Uri address, IEnumerable<string> hosts) => hosts.Any(host => host.StartsWith("*.", StringComparison.Ordinal)
        ? address.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
        : address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase));
}
